"""Records of reference managers and catalogues, which say each thing apart → references."""
