"""Dishes, meat, fish, fruit and vegetables as menus for foreign guests name them, one row as in cafe_words.

A dish known abroad by its own name keeps it, with a gloss in brackets where there is room.
"""

DISHES = """
김치찌개 | kimchi-jjigae (kimchi stew) | キムチチゲ | 泡菜锅
된장찌개 | doenjang-jjigae (soybean paste stew) | テンジャンチゲ | 大酱汤
순두부찌개,순두부 | sundubu-jjigae (soft tofu stew) | スンドゥブチゲ | 嫩豆腐锅
부대찌개 | budae-jjigae (army stew) | プデチゲ | 部队锅
청국장 | cheonggukjang (rich soybean stew) | チョングッチャン | 清麴酱汤
찌개 | jjigae (stew) | チゲ | 韩式汤锅
전골 | hot pot | チョンゴル（韓国式鍋） | 火锅
샤브샤브 | shabu-shabu | しゃぶしゃぶ | 涮锅
삼계탕 | samgyetang (ginseng chicken soup) | サムゲタン | 参鸡汤
갈비탕 | galbitang (short rib soup) | カルビタン | 牛排骨汤
설렁탕 | seolleongtang (ox bone soup) | ソルロンタン | 先农汤
곰탕 | gomtang (beef soup) | コムタン | 牛肉清汤
감자탕 | gamjatang (pork backbone stew) | カムジャタン | 脊骨土豆汤
뼈해장국 | pork backbone soup | ピョヘジャングク | 脊骨汤
해장국 | haejangguk (hearty soup) | ヘジャングク | 解酒汤
추어탕 | chueotang (loach soup) | チュオタン | 泥鳅汤
육개장 | yukgaejang (spicy beef soup) | ユッケジャン | 辣牛肉汤
국밥 | gukbap (rice soup) | クッパ | 汤饭
돼지국밥 | pork rice soup | 豚クッパ | 猪肉汤饭
순대국,순댓국,순대국밥 | sundae soup | スンデクッパ | 米肠汤
콩나물국밥 | bean sprout rice soup | 豆もやしクッパ | 豆芽汤饭
미역국 | seaweed soup | わかめスープ | 海带汤
떡국 | tteokguk (rice cake soup) | トックク | 年糕汤
떡만둣국,떡만두국 | rice cake and dumpling soup | 餅入りマンドゥスープ | 年糕饺子汤
어묵탕,오뎅탕 | fish cake soup | おでんスープ | 鱼糕汤
조개탕 | clam soup | 貝スープ | 蛤蜊汤
매운탕 | spicy fish stew | メウンタン | 辣鱼汤
칼국수 | kalguksu (knife-cut noodles) | カルグクス | 刀切面
수제비 | sujebi (hand-torn noodle soup) | スジェビ | 面片汤
냉면 | naengmyeon (cold noodles) | 冷麺 | 冷面
물냉면 | cold noodles in broth | 水冷麺 | 水冷面
비빔냉면 | spicy cold noodles | ビビン冷麺 | 拌冷面
막국수 | makguksu (buckwheat noodles) | マッククス | 荞麦凉面
밀면 | milmyeon (wheat cold noodles) | ミルミョン | 小麦冷面
잔치국수 | banquet noodles | にゅうめん | 喜面
비빔국수 | spicy mixed noodles | ビビン麺 | 拌面
콩국수 | soy milk noodles | コングクス | 豆浆面
국수 | noodles | 麺 | 面条
비빔밥 | bibimbap | ビビンバ | 拌饭
돌솥비빔밥 | stone-pot bibimbap | 石焼ビビンバ | 石锅拌饭
육회비빔밥 | beef tartare bibimbap | ユッケビビンバ | 生牛肉拌饭
볶음밥 | fried rice | 炒飯 | 炒饭
김치볶음밥 | kimchi fried rice | キムチ炒飯 | 泡菜炒饭
오므라이스 | omurice | オムライス | 蛋包饭
덮밥 | rice bowl | 丼 | 盖饭
카레,커리 | curry | カレー | 咖喱
돈까스,돈가스 | pork cutlet | とんかつ | 炸猪排
치즈 돈까스 | cheese pork cutlet | チーズとんかつ | 芝士炸猪排
제육볶음,제육 | spicy stir-fried pork | 豚肉の辛炒め | 辣炒猪肉
오징어볶음 | spicy stir-fried squid | イカの辛炒め | 辣炒鱿鱼
낙지볶음 | spicy stir-fried octopus | ナクチポックム | 辣炒章鱼
쭈꾸미,주꾸미 | webfoot octopus | イイダコ | 短爪章鱼
불고기 | bulgogi | プルコギ | 韩式烤牛肉
갈비 | galbi (grilled ribs) | カルビ | 烤排骨
돼지갈비 | pork galbi | 豚カルビ | 猪排骨
소갈비 | beef galbi | 牛カルビ | 牛排骨
LA갈비 | LA galbi | LAカルビ | LA牛排
갈비찜 | galbi-jjim (braised ribs) | カルビチム | 炖排骨
찜닭 | jjimdak (braised chicken) | チムタク | 炖鸡
아구찜,아귀찜 | agu-jjim (spicy monkfish) | アグチム | 辣炖安康鱼
삼겹살 | samgyeopsal (grilled pork belly) | サムギョプサル | 烤五花肉
목살 | pork neck | 豚肩ロース | 猪颈肉
항정살 | pork jowl | 豚トロ | 猪颈项肉
차돌박이 | thin beef brisket | チャドルバギ | 牛胸肉片
곱창 | gopchang (grilled intestines) | ホルモン焼き | 烤肥肠
막창 | makchang (grilled tripe) | マクチャン | 烤大肠
닭갈비 | dakgalbi (spicy stir-fried chicken) | タッカルビ | 辣炒鸡排
닭강정 | dakgangjeong (sweet crispy chicken) | タッカンジョン | 甜辣炸鸡
닭볶음탕,닭도리탕 | dakbokkeumtang (spicy braised chicken) | タッポックムタン | 辣炖鸡
닭발 | spicy chicken feet | 鶏足の辛炒め | 辣鸡爪
닭한마리 | dakhanmari (whole chicken pot) | タッカンマリ | 一只鸡
족발 | jokbal (braised pig's trotters) | チョッパル | 酱猪蹄
보쌈 | bossam (boiled pork wraps) | ポッサム | 菜包肉
육회 | yukhoe (beef tartare) | ユッケ | 生拌牛肉
회 | sliced raw fish | 刺身 | 生鱼片
모둠회,모듬회 | assorted raw fish | 刺身盛り合わせ | 生鱼片拼盘
물회 | mulhoe (cold raw fish soup) | ムルフェ | 凉拌生鱼汤
초밥,스시 | sushi | 寿司 | 寿司
연어 | salmon | サーモン | 三文鱼
파전 | pajeon (green onion pancake) | パジョン | 葱饼
전 | pancake | チヂミ | 煎饼
해물파전 | seafood pajeon | 海鮮パジョン | 海鲜葱饼
김치전 | kimchi pancake | キムチチヂミ | 泡菜饼
감자전 | potato pancake | じゃがいもチヂミ | 土豆饼
빈대떡,녹두전 | bindaetteok (mung bean pancake) | ピンデトック | 绿豆煎饼
모둠전,모듬전 | assorted pancakes | チヂミ盛り合わせ | 煎饼拼盘
두부김치 | tofu with kimchi | 豆腐キムチ | 豆腐泡菜
계란말이,달걀말이 | rolled omelette | 卵焼き | 鸡蛋卷
계란찜,달걀찜 | steamed egg | ケランチム（蒸し卵） | 蒸蛋
골뱅이무침,골뱅이 | spicy whelk salad | つぶ貝の辛和え | 凉拌海螺
잡채 | japchae (glass noodles) | チャプチェ | 韩式炒杂菜
쌈밥 | leaf wraps with rice | サムパプ | 蔬菜包饭
정식 | set meal | 定食 | 套餐
백반 | home-style set meal | 家庭料理定食 | 家常套餐
한정식 | hanjeongsik (full-course Korean meal) | 韓定食 | 韩定食
한상 | full table | お膳 | 一桌菜
한상차림 | full-course table | お膳 | 韩式大餐
공깃밥,공기밥 | steamed rice | ご飯 | 米饭
밥 | rice | ご飯 | 米饭
죽 | rice porridge | お粥 | 粥
전복죽 | abalone porridge | アワビ粥 | 鲍鱼粥
떡볶이 | tteokbokki (spicy rice cakes) | トッポッキ | 辣炒年糕
로제 | rosé | ロゼ | 玫瑰酱
로제 떡볶이 | rosé tteokbokki | ロゼトッポッキ | 玫瑰奶油炒年糕
즉석 떡볶이,즉떡 | cook-at-table tteokbokki | 即席トッポッキ | 即煮辣年糕
순대 | sundae (Korean sausage) | スンデ | 韩式米肠
김밥 | gimbap (seaweed rice roll) | キンパ | 紫菜包饭
참치김밥 | tuna gimbap | ツナキンパ | 金枪鱼紫菜包饭
주먹밥 | rice ball | おにぎり | 饭团
튀김 | fritters | 天ぷら | 炸物
모둠 튀김,모듬 튀김 | assorted fritters | 天ぷら盛り合わせ | 炸物拼盘
어묵,오뎅 | fish cake | おでん | 鱼糕
라면 | ramyeon (Korean noodles) | 韓国ラーメン | 韩式拉面
떡라면 | ramyeon with rice cakes | 餅入りラーメン | 年糕拉面
라볶이 | rabokki (tteokbokki with ramyeon) | ラポッキ | 辣炒年糕拉面
쫄면 | jjolmyeon (spicy chewy noodles) | チョルミョン | 筋道拌面
만두 | mandu (dumplings) | マンドゥ | 饺子
군만두 | fried dumplings | 焼き餃子 | 煎饺
왕만두 | king-size dumplings | 王マンドゥ | 大包子
찐만두 | steamed dumplings | 蒸し餃子 | 蒸饺
핫도그 | Korean corn dog | 韓国ホットドッグ | 韩式热狗
컵밥 | cup rice | カップご飯 | 杯饭
짜장면,자장면 | jajangmyeon (black bean noodles) | チャジャンミョン | 炸酱面
짬뽕 | jjamppong (spicy seafood noodles) | チャンポン | 海鲜辣汤面
탕수육 | sweet and sour pork | タンスユク（酢豚） | 糖醋肉
깐풍기 | spicy garlic chicken | カンプンギ | 干烹鸡
양꼬치 | lamb skewers | ラム串 | 羊肉串
마라탕 | malatang | マーラータン | 麻辣烫
마라샹궈 | mala xiangguo | マーラーシャングオ | 麻辣香锅
우동 | udon | うどん | 乌冬面
라멘 | ramen | ラーメン | 日式拉面
소바,메밀국수 | buckwheat noodles | そば | 荞麦面
쌀국수 | pho | フォー | 越南河粉
월남쌈 | Vietnamese spring rolls | 生春巻き | 越南春卷
팟타이 | pad thai | パッタイ | 泰式炒河粉
파스타 | pasta | パスタ | 意面
크림 파스타 | cream pasta | クリームパスタ | 奶油意面
리조또,리소토 | risotto | リゾット | 意式烩饭
피자 | pizza | ピザ | 披萨
화덕피자 | stone-oven pizza | 石窯ピザ | 窑烤披萨
스테이크 | steak | ステーキ | 牛排
함박스테이크 | hamburger steak | ハンバーグ | 汉堡肉排
샐러드 | salad | サラダ | 沙拉
포케 | poke bowl | ポケ丼 | 夏威夷拌饭
햄버거,버거 | burger | ハンバーガー | 汉堡
수제 버거,수제버거 | handmade burger | 手作りバーガー | 手工汉堡
타코 | taco | タコス | 墨西哥卷饼
도시락 | lunch box | お弁当 | 便当
치킨 | Korean fried chicken | 韓国チキン | 韩式炸鸡
후라이드,후라이드 치킨,프라이드 치킨 | original fried chicken | フライドチキン | 原味炸鸡
양념치킨,양념 | yangnyeom chicken (sweet and spicy) | ヤンニョムチキン | 甜辣炸鸡
간장치킨 | soy garlic chicken | 醤油チキン | 酱油炸鸡
마늘치킨 | garlic chicken | ガーリックチキン | 蒜香炸鸡
순살,순살치킨 | boneless fried chicken | 骨なしチキン | 无骨炸鸡
통닭,옛날통닭 | whole fried chicken | 丸鶏の唐揚げ | 整只炸鸡
치맥 | chimaek (chicken and beer) | チメク（チキン＆ビール） | 炸鸡啤酒
피맥 | pizza and beer | ピザ＆ビール | 披萨啤酒
반반 치킨 | half-and-half chicken | ハーフ＆ハーフチキン | 双拼炸鸡
치킨무 | pickled radish | チキンム（大根の甘酢漬け） | 腌萝卜
감자튀김 | french fries | フライドポテト | 炸薯条
치즈볼 | cheese balls | チーズボール | 芝士球
치즈스틱 | cheese sticks | チーズスティック | 芝士条
떡꼬치 | rice cake skewer | トッコチ | 年糕串
꼬치 | skewers | 串焼き | 串烧
모둠 꼬치,모듬 꼬치 | assorted skewers | 串焼き盛り合わせ | 串烧拼盘
닭꼬치 | chicken skewers | 焼き鳥 | 鸡肉串
안주 | bar snacks | おつまみ | 下酒菜
기본 안주 | bar snack | お通し | 小食
나초 | nachos | ナチョス | 玉米片
먹태 | dried pollock | 干しスケトウダラ | 明太鱼干
감바스 | gambas al ajillo | ガンバス・アル・アヒージョ | 蒜香橄榄油虾
"""
FRESH = """
고기 | meat | 肉 | 肉
소고기,쇠고기 | beef | 牛肉 | 牛肉
한우 | hanwoo (Korean beef) | 韓牛 | 韩牛
돼지고기 | pork | 豚肉 | 猪肉
한돈 | Korean pork | 韓国産豚肉 | 韩国猪肉
닭고기 | chicken | 鶏肉 | 鸡肉
오리고기 | duck | 鴨肉 | 鸭肉
국거리 | for soup | スープ用 | 汤用肉
불고기감,불고기용 | for bulgogi | プルコギ用 | 烤肉用
등심 | sirloin | ロース | 里脊
안심 | tenderloin | ヒレ | 菲力
채끝 | striploin | サーロイン | 西冷
사골 | ox bones | 牛骨 | 牛骨
계란,달걀 | eggs | 卵 | 鸡蛋
반찬 | side dishes | おかず | 小菜
밑반찬 | side dishes | 常備菜 | 小菜
나물 | seasoned vegetables | ナムル | 凉拌野菜
김치 | kimchi | キムチ | 泡菜
김장김치 | winter kimchi | 越冬キムチ | 过冬泡菜
포기김치,배추김치 | napa cabbage kimchi | 白菜キムチ | 白菜泡菜
열무김치 | young radish kimchi | ヨルムキムチ | 嫩萝卜泡菜
깍두기 | kkakdugi (radish kimchi) | カクテキ | 萝卜块泡菜
겉절이 | fresh kimchi | 浅漬けキムチ | 鲜拌泡菜
젓갈 | salted seafood | 塩辛 | 腌海鲜
밀키트 | meal kit | ミールキット | 半成品菜
고구마 | sweet potato | さつまいも | 红薯
감자 | potato | じゃがいも | 土豆
옥수수 | corn | とうもろこし | 玉米
단호박 | kabocha pumpkin | かぼちゃ | 南瓜
호박 | pumpkin | かぼちゃ | 南瓜
밤 | chestnut | 栗 | 栗子
대추 | jujube | ナツメ | 红枣
호두 | walnut | くるみ | 核桃
견과,견과류 | nuts | ナッツ | 坚果
마늘 | garlic | にんにく | 大蒜
대파,파 | green onion | ねぎ | 大葱
버섯 | mushroom | きのこ | 蘑菇
배추 | napa cabbage | 白菜 | 白菜
들깨 | perilla seed | えごま | 紫苏籽
두부 | tofu | 豆腐 | 豆腐
콩 | soybean | 大豆 | 黄豆
과일 | fruit | フルーツ | 水果
제철 과일 | seasonal fruit | 旬のフルーツ | 时令水果
딸기 | strawberry | いちご | 草莓
설향 딸기 | Seolhyang strawberry | 雪香いちご | 雪香草莓
사과 | apple | りんご | 苹果
귤,감귤 | tangerine | みかん | 橘子
한라봉 | hallabong (Jeju orange) | ハルラボン | 汉拿峰柑橘
청귤 | green tangerine | 青みかん | 青橘
감 | persimmon | 柿 | 柿子
단감 | sweet persimmon | 甘柿 | 甜柿
홍시 | ripe persimmon | 熟柿 | 软柿子
곶감 | dried persimmon | 干し柿 | 柿饼
배 | Korean pear | 梨 | 梨
복숭아 | peach | 桃 | 水蜜桃
수박 | watermelon | スイカ | 西瓜
참외 | Korean melon | チャメ（マクワウリ） | 香瓜
메론,멜론 | melon | メロン | 哈密瓜
포도 | grape | ぶどう | 葡萄
샤인머스캣,샤인머스켓 | Shine Muscat | シャインマスカット | 阳光玫瑰葡萄
망고 | mango | マンゴー | 芒果
애플망고 | apple mango | アップルマンゴー | 苹果芒
블루베리 | blueberry | ブルーベリー | 蓝莓
체리 | cherry | チェリー | 樱桃
무화과 | fig | いちじく | 无花果
레몬 | lemon | レモン | 柠檬
자몽 | grapefruit | グレープフルーツ | 西柚
유자 | yuja (citron) | 柚子 | 柚子
오렌지 | orange | オレンジ | 橙子
키위 | kiwi | キウイ | 猕猴桃
토마토 | tomato | トマト | 番茄
바나나 | banana | バナナ | 香蕉
아보카도 | avocado | アボカド | 牛油果
채소,야채 | vegetables | 野菜 | 蔬菜
생선 | fish | 魚 | 鱼
생선구이 | grilled fish | 焼き魚 | 烤鱼
고등어 | mackerel | サバ | 青花鱼
갈치 | hairtail | タチウオ | 带鱼
장어 | eel | うなぎ | 鳗鱼
전복 | abalone | アワビ | 鲍鱼
새우 | shrimp | エビ | 虾
대하 | king prawns | 大エビ | 大虾
꽃게 | blue crab | ワタリガニ | 花蟹
대게 | snow crab | ズワイガニ | 雪蟹
간장게장,게장 | ganjang-gejang (soy-marinated crab) | カンジャンケジャン | 酱蟹
굴 | oysters | 牡蠣 | 牡蛎
조개 | clams | 貝 | 蛤蜊
조개구이 | grilled clams | 焼き貝 | 烤贝
오징어 | squid | イカ | 鱿鱼
문어 | octopus | タコ | 章鱼
낙지 | small octopus | テナガダコ | 小章鱼
해물,해산물 | seafood | 海鮮 | 海鲜
해물찜 | braised seafood | 海鮮蒸し煮 | 炖海鲜
김 | seaweed | 海苔 | 海苔
쌀 | rice | お米 | 大米
햅쌀 | new-crop rice | 新米 | 新米
"""
