"""Flavours, sizes, colours and other small words that stand before a product; rows as in cafe_words."""

FLAVOURS = """
왁스 | wax | ワックス | 打蜡
젤 제거,젤제거 | gel removal | ジェルオフ | 卸甲
첫 수업 | first class | 初回レッスン | 首次课程
사전예약,사전 예약 | pre-order | 事前予約 | 预订
촛불,초 | candles | ろうそく | 蜡烛
블랙프라이데이 | Black Friday | ブラックフライデー | 黑色星期五
감사제 | thank-you sale | 感謝祭 | 感恩特卖
조기 등록 | early-bird | 早期登録 | 提前报名
새해 맞이,새해맞이,신년맞이,신년 맞이 | New Year | 新年の | 迎新年
여성 전용,여성전용 | women-only | 女性専用 | 女性专享
남성 전용,남성전용 | men-only | 男性専用 | 男性专享
여드름 | acne | ニキビ | 痘痘肌
흑백 | black-and-white | モノクロ | 黑白
취업 | job-application | 就活 | 求职
새벽 | early-morning | 早朝 | 清晨
호텔링 | boarding | お預かり | 寄养
패키지 | package | パッケージ | 套餐
손 | hand | ハンド | 手部
발 | foot | フット | 足部
떡튀순 | tteokbokki, fritters & sundae | トッポッキ・天ぷら・スンデ | 炒年糕炸物米肠
두쫀쿠 | Dubai chewy cookie | ドバイもちもちクッキー | 迪拜软糯曲奇
휠 얼라인먼트 | wheel alignment | ホイールアライメント | 四轮定位
만들기 | making | 作り | 制作
뚝배기 | stone-pot | トゥッペギ | 石锅
모임 | gathering | 集まり | 聚会
배달비 무료 | free delivery | 配達料無料 | 免配送费
글루텐 없는,글루텐 프리,글루텐프리 | gluten-free | グルテンフリー | 无麸质
설탕 없는,무설탕,슈가프리 | sugar-free | 砂糖不使用 | 无糖
카페인 없는,무카페인 | caffeine-free | カフェインなし | 无咖啡因
쌀식빵 | rice bread loaf | 米粉食パン | 大米吐司
쌀빵 | rice bread | 米粉パン | 大米面包
맞춤 | custom-made | オーダーメイド | 定制
재즈 | jazz | ジャズ | 爵士
로봇 | robot | ロボット | 机器人
그룹 | group | グループ | 小组
유기견 | rescue dog | 保護犬 | 流浪狗
유기묘 | rescue cat | 保護猫 | 流浪猫
입양 | adoption | 譲渡 | 领养
훈련사 | dog trainer | ドッグトレーナー | 训犬师
분갈이 | repotting | 植え替え | 换盆
글리터 | glitter | ラメ | 闪粉
그라데이션,그라데이션 | gradient | グラデーション | 渐变
프렌치 | French | フレンチ | 法式
자석 | cat-eye | マグネット | 猫眼
레이어드 | layered | レイヤード | 层次
다운펌 | down perm | ダウンパーマ | 贴头烫
히피펌 | hippie perm | ヒッピーパーマ | 嬉皮烫
애쉬 | ash | アッシュ | 灰调
발레아쥬 | balayage | バレイヤージュ | 挑染
블랙 | black | ブラック | 黑色
화이트 | white | ホワイト | 白色
핑크 | pink | ピンク | 粉色
골드 | gold | ゴールド | 金色
브라운 | brown | ブラウン | 棕色
블루 | blue | ブルー | 蓝色
민트 | mint | ミント | 薄荷
오레오 | Oreo | オレオ | 奥利奥
로투스 | Lotus | ロータス | 焦糖饼干
갈릭 | garlic | ガーリック | 蒜香
허니 | honey | ハニー | 蜂蜜
허니버터 | honey butter | ハニーバター | 蜂蜜黄油
트러플 | truffle | トリュフ | 松露
바질 | basil | バジル | 罗勒
페퍼로니 | pepperoni | ペパロニ | 意式辣肠
포테이토 | potato | ポテト | 土豆
불닭 | buldak (fiery chicken) | プルダク | 火鸡辣
마라 | mala | マーラー | 麻辣
고추장 | gochujang | コチュジャン | 韩式辣酱
간장 | soy sauce | 醤油 | 酱油
참치 | tuna | ツナ | 金枪鱼
햄 | ham | ハム | 火腿
베이컨 | bacon | ベーコン | 培根
명란 | pollock roe | 明太子 | 明太子
더블 | double | ダブル | 双层
라지 | large | ラージ | 大号
점보 | jumbo | ジャンボ | 超大
하프 | half | ハーフ | 半份
그릭 요거트,그릭요거트 | Greek yogurt | ギリシャヨーグルト | 希腊酸奶
그래놀라 | granola | グラノーラ | 格兰诺拉
오트 | oat | オーツ | 燕麦
헤이즐넛 | hazelnut | ヘーゼルナッツ | 榛果
코코넛 | coconut | ココナッツ | 椰子
파인애플 | pineapple | パイナップル | 菠萝
패션후르츠,패션프루트 | passion fruit | パッションフルーツ | 百香果
라임 | lime | ライム | 青柠
리치 | lychee | ライチ | 荔枝
석류 | pomegranate | ザクロ | 石榴
히비스커스 | hibiscus | ハイビスカス | 洛神花
캐모마일,카모마일 | chamomile | カモミール | 洋甘菊
페퍼민트 | peppermint | ペパーミント | 薄荷
루이보스 | rooibos | ルイボス | 路易波士
자스민 | jasmine | ジャスミン | 茉莉
오미자 | omija | 五味子 | 五味子
모과 | quince | カリン | 木瓜
매실 | green plum | 梅 | 青梅
인삼 | ginseng | 高麗人参 | 人参
홍삼 | red ginseng | 紅参 | 红参
생강 | ginger | 生姜 | 生姜
현미 | brown rice | 玄米 | 糙米
흑미 | black rice | 黒米 | 黑米
보리 | barley | 麦 | 大麦
메밀 | buckwheat | そば | 荞麦
쑥갓 | crown daisy | 春菊 | 茼蒿
미나리 | water parsley | セリ | 水芹
시금치 | spinach | ほうれん草 | 菠菜
양파 | onion | 玉ねぎ | 洋葱
당근 | carrot | にんじん | 胡萝卜
오이 | cucumber | きゅうり | 黄瓜
상추 | lettuce | サンチュ | 生菜
무 | radish | 大根 | 萝卜
고추 | chilli | 唐辛子 | 辣椒
콩나물 | bean sprout | 豆もやし | 豆芽
미역 | seaweed | わかめ | 海带
홍합 | mussel | ムール貝 | 青口
바지락 | clam | アサリ | 蛤蜊
가리비 | scallop | ホタテ | 扇贝
소라 | turban shell | サザエ | 海螺
광어 | flounder | ヒラメ | 比目鱼
우럭 | rockfish | クロソイ | 石斑
방어 | yellowtail | ブリ | 鰤鱼
조기 | yellow croaker | イシモチ | 黄鱼
굴비 | dried yellow croaker | クルビ（干しイシモチ） | 黄鱼干
멸치 | anchovy | 煮干し | 小银鱼
오징어채 | dried squid strips | さきイカ | 鱿鱼丝
육포 | jerky | ジャーキー | 肉脯
바구니 | basket | バスケット | 花篮
오전 | morning | 午前 | 上午
오후 | afternoon | 午後 | 下午
전 메뉴,전메뉴 | all menus | 全メニュー | 全部菜单
전 품목,전품목,전 상품 | all items | 全品 | 全部商品
전 시술,전체 시술 | all services | 全メニュー | 全部项目
커트와 펌 | haircut and perm | カット＆パーマ | 剪烫
원두커피 | brewed coffee | ドリップコーヒー | 现煮咖啡
떡볶이 세트 | tteokbokki set | トッポッキセット | 辣炒年糕套餐
"""
