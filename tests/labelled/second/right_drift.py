"""Pages that are no more what was cited, and pages that only seem so."""

from __future__ import annotations

from tests.labelled.labelled import Labelled
from tests.labelled.pages import STATE, page
from tests.labelled.prose import prose
from tests.labelled.second.shapes_engines import K, dead, living
from tests.labelled.second.templates_abroad import landing
from tests.labelled.second.templates_engines import WP_HEADERS, drupal, spip, typo3, wordpress
from tests.labelled.second.templates_filler import english

_SLOT = (
    "Situs slot gacor hari ini dengan bonus new member dan deposit pulsa tanpa potongan. Daftar "
    "sekarang dan mainkan permainan judi online terpercaya dengan peluang menang tinggi setiap "
    "hari. Layanan pelanggan kami siap membantu selama dua puluh empat jam."
)
_CRYPTO = (
    "Compare brokers, read our crypto wallet reviews and start trading today. Our editors test "
    "every exchange and rank them by fees, bonuses and payout speed. Sign up for daily signals.",
    "Top casino bonuses, no deposit needed. Play responsibly.",
)
_TOY = (
    "すべての商品を送料無料でお届けします。新作バッグ、財布、時計を多数取り揃えております。"
    "会員登録で次回のお買い物に使えるポイントを進呈いたします。お気軽にお問い合わせください。"
)
_SHOP = ("ホーム", "新着商品", "財布", "時計", "会社概要", "お問い合わせ")
_SLOTS = landing(
    "SLOT88: Slot Gacor Hari Ini",
    (_SLOT, _SLOT, _SLOT),
    ("Beranda", "Daftar", "Masuk", "Promosi", "Hubungi kami", "Syarat dan ketentuan"),
    lang="id",
    kb=40,
)

CASES: tuple[Labelled, ...] = (
    living(
        "network's deep page under Indonesian slot advertising",
        "french-web 2f: hijacked domains, casino and slot words, other language",
        "http://www.reseau-haltes.org/dossiers/guide-des-haltes",
        _SLOTS,
        "Guide des haltes ferroviaires",
        expected=K.PARKED,
        accepted=(K.DOUBTFUL,),
    ),
    dead(
        "network's home page under Indonesian slot advertising, same for any address",
        "french-web 2f: hijacked domains; parked covers squatted",
        "http://www.reseau-haltes.org/",
        _SLOTS,
        "Réseau des haltes ferroviaires",
        expected=K.PARKED,
        accepted=(K.DOUBTFUL,),
    ),
    living(
        "seminar site that became an English casino comparison",
        "french-web 2f: squatted; casino and betting words",
        "https://www.seminaire-elus-ruraux.fr/2018/programme/",
        landing(
            "Best crypto casinos reviewed - BestBrokers24",
            (*_CRYPTO, *_CRYPTO),
            ("Brokers", "Wallets", "Casinos", "Bonuses", "About us", "Affiliate disclosure"),
            lang="en-US",
        ),
        "Séminaire des élus ruraux : le programme",
        expected=K.PARKED,
        accepted=(K.DOUBTFUL,),
    ),
    living(
        "school site whose domain sells bags in Japanese",
        "issue: title and language have nothing left of the reference",
        "http://www.ecole-de-la-combe.com/projets/jardin.html",
        landing("激安ブランドバッグ通販", (_TOY, _TOY), _SHOP, lang="ja", kb=60),
        "Le jardin de l'école de la Combe",
        expected=K.DOUBTFUL,
        accepted=(K.PARKED,),
    ),
    living(
        "French article on a casino tax for seaside towns",
        "false friend: casino, jeux and machines à sous in a living article",
        "https://www.depeche-mairies.fr/finances/90011/casinos-la-taxe-qui-divise/",
        wordpress(
            "La Dépêche des mairies",
            "Casinos : la taxe qui divise",
            (
                "Les machines à sous et les paris financent un tiers du budget de la station.",
                *prose("casino", 6),
            ),
            kb=60,
        ),
        "Casinos : la taxe qui divise",
    ),
    living(
        "international organisation's home page in English, cited in French",
        "french-web 2g: never call drift on home pages",
        "https://www.euro-villages.eu/",
        drupal("EuroVillages", "Villages learning together", english("villages", 3), lang="en"),
        "Réseau européen des villages",
        accepted=(K.DOUBTFUL,),
    ),
    living(
        "home page of a body whose motto has nothing of the citing title",
        "french-web 2g: never call drift on home pages",
        "http://www.club-patrimoine-vivant.fr/",
        wordpress(
            "CPV", "", prose("cpv", 3), doc="Imaginer, transmettre, relier", body_class="home"
        ),
        "Club du patrimoine vivant France",
    ),
    living(
        "home page under a language path, motto changed since",
        "french-web 2g: never call drift on home pages",
        "https://www.institut-des-lisieres.org/fr/",
        drupal("Institut", "Penser les bords", prose("bords", 3)),
        "Institut des lisières : site institutionnel",
    ),
    living(
        "address recycled for a wholly different subject on the same site",
        "french-web 2g: recall of the title near zero, same site and language",
        "https://www.ville-de-verlune.fr/une/focus",
        typo3("Ville de Verlune", "La piscine ferme pour vidange", prose("piscine", 3)),
        "Budget participatif : le palmarès 2018",
        expected=K.DOUBTFUL,
        accepted=(K.OK,),
    ),
    living(
        "dated event page reused for this year's edition",
        "seed V/70: a dated event page; half of the title is left",
        "https://www.affaires-locales.gouv.fr/evenements/semaine-de-l-ingenierie",
        page(
            "Semaine de l'ingénierie locale 2025 : le programme",
            paragraphs=prose("semaine", 4),
            dress=STATE,
            kb=40,
        ),
        "Semaine de l'ingénierie locale 2019 : retenez les dates",
        accepted=(K.DOUBTFUL,),
    ),
    living(
        "same title over a text rewritten since",
        "french-web 2b: prefectures-regions page with the same title and a changed body",
        "http://www.prefectures-plateau.gouv.fr/action/Laboratoire/Le-Lab-P-kesako",
        spip("Préfecture du Plateau", "Le Lab P, kesako ?", prose("lab p 2020", 4)),
        "Le Lab P, kesako ?",
    ),
    living(
        "expired association domain bought by a French plumber",
        "issue: nothing left of the reference's title; language the same, doubtful at least",
        "http://www.ateliers-du-possible.org/experiences/le-quartier-apprenant",
        landing(
            "Plombier à Verlune, dépannage 24 h/24",
            ("Fuite, chauffe-eau, débouchage : devis gratuit, déplacement offert. " * 6,),
            ("Plomberie", "Chauffage", "Salle de bains", "Tarifs", "Devis en ligne"),
            lang="fr",
        ),
        "Le quartier apprenant : récit d'une expérience",
        expected=K.DOUBTFUL,
        accepted=(K.SOFT_404, K.PARKED),
    ),
    living(
        "article on a plumber's workshop on the site before",
        "living twin: the title is the reference's",
        "http://www.ateliers-du-possible.net/experiences/le-plombier-et-l-ecole",
        wordpress("Ateliers du possible", "Le plombier et l’école", prose("plombier", 5)),
        "Le plombier et l'école",
        headers=WP_HEADERS,
    ),
    living(
        "ordinary article cited without any title",
        "design: without a witness a sane page is itself",
        "https://www.revue-lisieres.fr/2017/04/les-talus-du-port/",
        wordpress("Revue Lisières", "Les talus du port", prose("talus", 5)),
        headers=WP_HEADERS,
    ),
)
