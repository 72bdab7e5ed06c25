"""What the village decides about proposals, and why.

Origin and place are of the wish and stand on its page, so they are counted openly. Sex and disability are
of a person, so their counts stay hidden below ten. A proposal that came by the page is listed at once, with
its number and place, and its words are shown when an official has read them: insults stay off the site,
and yet no wish can vanish.
"""

from django.utils.translation import gettext_lazy as _

TIES = _(
    "Bila dua usulan sama kuat, yang lebih murah didahulukan; bila biayanya sama, yang suaranya lebih banyak; "
    "bila masih sama, yang nomornya lebih kecil."
)
TIES_OF_RANKING = _(
    "Bila nilainya sama, yang lebih murah didahulukan; bila biayanya sama, yang nomornya lebih kecil."
)
EQUAL_SHARES = _(
    "Pagu dibagi sama rata kepada semua yang memilih. Sebuah usulan terpilih bila para pemilihnya bersama-sama "
    "sanggup membayarnya dari bagian mereka. Jadi dusun kecil pun mendapat bagiannya."
)
PLAIN = _(
    "Usulan dengan suara terbanyak diambil dulu, lalu berikutnya, selama uangnya cukup. Pilihan kelompok "
    "terbesar bisa menghabiskan semua."
)
ADVICE = _(
    "Ini hanya bahan pertimbangan di samping peringkat musyawarah desa. Yang memutuskan tetap musyawarah."
)
