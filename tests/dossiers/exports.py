"""Files of records, made by hand as the programs that export them write them."""

from __future__ import annotations

RIS = """TY  - JOUR
TI  - L’eau à l’œuvre
AU  - Pétré, Zoé
AU  - Bois, Ève
T2  - Revue de l’eau
DA  - 2019/03/15/
PY  - 2019
SP  - 3
EP  - 15
DO  - 10.3917/rde.161.0009
UR  - https://eau.exemple.fr/a?x=1&y=2
KW  - rivières
N2  - Un résumé, avec http://annexe.exemple.fr/notes.
L1  - internal-pdf://0123456789/petre.pdf
ER  -

TY  - ELEC
TI  - La mer monte
PB  - Agence des mers
UR  - www.mers.exemple.fr
ER  -
""".replace("ER  -", "ER  - ")
"""Two records as Zotero and EndNote write them."""

BIBTEX = r"""% Encoding: UTF-8
@string{rde = "Revue de l'eau"}

@article{petre_eau_2019,
  author   = {P{\'e}tr{\'e}, Zo{\'e} and {Agence de l'eau} and others},
  title    = {L'eau {\`a} l'{\oe}uvre~: {R\'esultats} \& 100\,\% de pertes},
  journal  = rde,
  year     = 2019,
  month    = mar,
  pages    = {3--15},
  url      = {https://eau.exemple.fr/a\_b?x=1\&y=2\#c},
  doi      = {10.3917/rde.161.0009},
  abstract = {Voir \url{http://annexe.exemple.fr/a_b} et \href{https://air.exemple.fr/~z}{ici}.},
  keywords = {eau}
}

@misc{mer,
  title        = "La mer monte",
  howpublished = {\url{https://mers.exemple.fr/}},
  date         = {2020-05-01/2020-05-31},
  eprint       = {hal-01234567},
  eprinttype   = {hal},
}
"""

CSL = """[
 {"id": "1", "type": "article-journal", "title": "L’eau à l’<i>œuvre</i>",
  "container-title": "Revue de l’eau", "page": "3-15", "DOI": "10.3917/rde.161.0009",
  "URL": "https://eau.exemple.fr/a?x=1&y=2", "abstract": "Avec http://annexe.exemple.fr/notes.",
  "author": [{"family": "Pétré", "given": "Zoé"}, {"literal": "Agence de l’eau"}],
  "issued": {"date-parts": [["2019", 3, 15]]}},
 {"id": "2", "type": "webpage", "title": "La mer monte", "URL": "https://mers.exemple.fr",
  "publisher": "Agence des mers", "number-of-pages": "103", "source": "www.catalogue.exemple.fr",
  "editor": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}],
  "issued": {"literal": "printemps 2020"}}
]"""

ZOTERO = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/">
    <bib:Article rdf:about="https://eau.exemple.fr/a?x=1&amp;y=2">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf>
            <bib:Journal>
                <dc:title>Revue de l’eau</dc:title>
                <dc:identifier>DOI 10.3917/rde.161.0009</dc:identifier>
                <dc:identifier>ISSN 0000-0000</dc:identifier>
            </bib:Journal>
        </dcterms:isPartOf>
        <bib:authors>
            <rdf:Seq>
                <rdf:li>
                    <foaf:Person>
                       <foaf:surname>Pétré</foaf:surname>
                       <foaf:givenName>Zoé</foaf:givenName>
                    </foaf:Person>
                </rdf:li>
                <rdf:li>
                    <foaf:Person><foaf:surname>Agence de l’eau</foaf:surname></foaf:Person>
                </rdf:li>
            </rdf:Seq>
        </bib:authors>
        <dcterms:isReferencedBy rdf:resource="#item_13"/>
        <link:link rdf:resource="#item_11"/>
        <link:link rdf:resource="#item_12"/>
        <dc:subject>rivières</dc:subject>
        <dc:title>L’eau à l’œuvre</dc:title>
        <dcterms:abstract>Avec http://annexe.exemple.fr/notes.</dcterms:abstract>
        <dc:date>2019-03-15</dc:date>
        <dc:identifier>
            <dcterms:URI>
               <rdf:value>https://eau.exemple.fr/a?x=1&amp;y=2</rdf:value>
            </dcterms:URI>
        </dc:identifier>
        <bib:pages>3-15</bib:pages>
    </bib:Article>
    <z:Attachment rdf:about="#item_11">
        <z:itemType>attachment</z:itemType>
        <dc:identifier><dcterms:URI>
            <rdf:value>https://copie.exemple.fr/texte.pdf</rdf:value></dcterms:URI></dc:identifier>
        <z:linkMode>1</z:linkMode>
    </z:Attachment>
    <z:Attachment rdf:about="#item_12">
        <z:itemType>attachment</z:itemType>
        <dc:identifier><dcterms:URI>
            <rdf:value>https://lien.exemple.fr/</rdf:value></dcterms:URI></dc:identifier>
        <z:linkMode>3</z:linkMode>
    </z:Attachment>
    <bib:Memo rdf:about="#item_13">
       <rdf:value>&lt;p&gt;Lire
         &lt;a href="https://note.exemple.fr/"&gt;la note&lt;/a&gt;&lt;/p&gt;</rdf:value>
    </bib:Memo>
    <bib:Article rdf:about="#item_20">
        <z:itemType>newspaperArticle</z:itemType>
        <dcterms:isPartOf>
            <bib:Part>
                <dc:title>Planète</dc:title>
                <dcterms:isPartOf rdf:resource="urn:issn:1111-1111"/>
            </bib:Part>
        </dcterms:isPartOf>
        <dc:title>La mer monte</dc:title>
    </bib:Article>
    <bib:Newspaper rdf:about="urn:issn:1111-1111"><dc:title>Le Quotidien</dc:title></bib:Newspaper>
    <bib:Book rdf:about="#item_30">
        <z:itemType>book</z:itemType>
        <dcterms:isPartOf><bib:Series><dc:title>Bleue</dc:title></bib:Series></dcterms:isPartOf>
        <dc:publisher>
            <foaf:Organization><foaf:name>Éditions du Lac</foaf:name></foaf:Organization>
        </dc:publisher>
        <dc:title>Lacs</dc:title>
        <z:numPages>103</z:numPages>
    </bib:Book>
    <z:Collection rdf:about="#collection_1">
        <dc:title>I – Rivières</dc:title>
        <dcterms:hasPart rdf:resource="https://eau.exemple.fr/a?x=1&amp;y=2"/>
    </z:Collection>
    <z:Collection rdf:about="#collection_2">
        <dc:title>II – Mers</dc:title>
        <dcterms:hasPart rdf:resource="#item_20"/>
    </z:Collection>
</rdf:RDF>
"""
