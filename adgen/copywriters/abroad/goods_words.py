"""Goods of shops that sell things: flowers, clothes, stationery, pets, gifts. Rows as in cafe_words."""

GOODS = """
꽃 | flowers | 花 | 鲜花
생화 | fresh flowers | 生花 | 鲜花
꽃다발 | bouquet | 花束 | 花束
미니 꽃다발 | mini bouquet | ミニ花束 | 迷你花束
꽃바구니 | flower basket | フラワーバスケット | 花篮
화환 | flower wreath | 花輪 | 花圈
축하 화환 | congratulatory wreath | お祝いの花輪 | 祝贺花篮
화분 | potted plant | 鉢植え | 盆栽
다육이,다육식물 | succulents | 多肉植物 | 多肉植物
식물 | plants | 植物 | 绿植
공기정화식물 | house plants | 観葉植物 | 绿植
관엽식물 | foliage plants | 観葉植物 | 观叶植物
난 | orchid | 蘭 | 兰花
튤립 | tulips | チューリップ | 郁金香
장미 | roses | バラ | 玫瑰
수국 | hydrangeas | アジサイ | 绣球花
해바라기 | sunflowers | ヒマワリ | 向日葵
카네이션 | carnations | カーネーション | 康乃馨
백합 | lilies | ユリ | 百合
프리지아 | freesias | フリージア | 小苍兰
국화 | chrysanthemums | 菊 | 菊花
안개꽃 | baby’s breath | かすみ草 | 满天星
작약 | peonies | シャクヤク | 芍药
벚꽃 | cherry blossom | 桜 | 樱花
드라이플라워 | dried flowers | ドライフラワー | 干花
프리저브드 플라워 | preserved flowers | プリザーブドフラワー | 永生花
부케 | bridal bouquet | ブーケ | 手捧花
용돈 박스 | money gift box | お小遣いボックス | 红包礼盒
리스 | wreath | リース | 花环
옷 | clothes | 服 | 服装
의류 | clothing | 衣類 | 服装
니트 | knitwear | ニット | 针织衫
스웨터 | sweater | セーター | 毛衣
가디건,카디건 | cardigan | カーディガン | 开衫
원피스 | dress | ワンピース | 连衣裙
코트 | coat | コート | 大衣
패딩 | padded jacket | ダウンジャケット | 羽绒服
자켓,재킷 | jacket | ジャケット | 夹克
트렌치코트 | trench coat | トレンチコート | 风衣
점퍼 | jumper | ジャンパー | 外套
아우터 | outerwear | アウター | 外套
후드,후드티 | hoodie | パーカー | 连帽衫
맨투맨 | sweatshirt | スウェット | 卫衣
청바지 | jeans | ジーンズ | 牛仔裤
바지 | trousers | パンツ | 裤子
슬랙스 | slacks | スラックス | 西裤
셔츠 | shirt | シャツ | 衬衫
와이셔츠 | dress shirt | ワイシャツ | 衬衫
티셔츠 | T-shirt | Tシャツ | T恤
블라우스 | blouse | ブラウス | 女式衬衫
치마,스커트 | skirt | スカート | 半身裙
정장 맞춤,맞춤 정장,맞춤정장 | custom suit | オーダースーツ | 定制西装
정장 | suit | スーツ | 西装
교복 | school uniform | 制服 | 校服
한복 | hanbok | 韓服 | 韩服
수영복 | swimwear | 水着 | 泳衣
잠옷,파자마 | pajamas | パジャマ | 睡衣
속옷 | underwear | 下着 | 内衣
양말 | socks | 靴下 | 袜子
신발 | shoes | 靴 | 鞋子
운동화 | sneakers | スニーカー | 运动鞋
구두 | dress shoes | 革靴 | 皮鞋
부츠 | boots | ブーツ | 靴子
샌들 | sandals | サンダル | 凉鞋
가방 | bag | バッグ | 包
에코백 | tote bag | エコバッグ | 帆布袋
모자 | hat | 帽子 | 帽子
목도리,머플러 | scarf | マフラー | 围巾
스카프 | scarf | スカーフ | 丝巾
장갑 | gloves | 手袋 | 手套
벨트 | belt | ベルト | 腰带
지갑 | wallet | 財布 | 钱包
액세서리,악세사리 | accessories | アクセサリー | 饰品
귀걸이,귀고리 | earrings | イヤリング | 耳环
목걸이 | necklace | ネックレス | 项链
반지 | ring | 指輪 | 戒指
팔찌 | bracelet | ブレスレット | 手链
시계 | watch | 時計 | 手表
안경 | glasses | 眼鏡 | 眼镜
우산 | umbrella | 傘 | 雨伞
아동복 | children’s clothes | 子供服 | 童装
여성복 | women’s clothes | レディース服 | 女装
남성복 | men’s clothes | メンズ服 | 男装
빅사이즈 | plus-size | 大きいサイズ | 大码
노트,공책 | notebook | ノート | 笔记本
다이어리 | diary | ダイアリー | 手账
플래너 | planner | プランナー | 计划本
스티커 | stickers | シール | 贴纸
펜 | pen | ペン | 笔
볼펜 | ballpoint pen | ボールペン | 圆珠笔
만년필 | fountain pen | 万年筆 | 钢笔
연필 | pencil | 鉛筆 | 铅笔
색연필 | coloured pencils | 色鉛筆 | 彩色铅笔
크레파스,크레용 | crayons | クレヨン | 蜡笔
필통 | pencil case | 筆箱 | 笔袋
지우개 | eraser | 消しゴム | 橡皮
엽서 | postcard | ポストカード | 明信片
카드 | card | カード | 贺卡
편지지 | letter paper | 便箋 | 信纸
마스킹 테이프 | masking tape | マスキングテープ | 和纸胶带
달력,캘린더 | calendar | カレンダー | 日历
문구 | stationery | 文房具 | 文具
소품 | small gifts | 雑貨 | 小物
인테리어 소품 | home decor | インテリア雑貨 | 家居饰品
키링,열쇠고리 | key ring | キーホルダー | 钥匙扣
인형 | plush toy | ぬいぐるみ | 玩偶
장난감 | toy | おもちゃ | 玩具
피규어 | figure | フィギュア | 手办
퍼즐 | puzzle | パズル | 拼图
파우치 | pouch | ポーチ | 收纳包
머그컵,머그잔,머그 | mug | マグカップ | 马克杯
텀블러 | tumbler | タンブラー | 保温杯
컵 | cup | カップ | 杯子
그릇 | bowl | 器 | 碗
도자기 | ceramics | 陶磁器 | 陶瓷
캔들,향초 | candle | キャンドル | 香薰蜡烛
디퓨저 | diffuser | ディフューザー | 香薰
비누 | soap | 石けん | 香皂
향수 | perfume | 香水 | 香水
화장품 | cosmetics | 化粧品 | 化妆品
마스크팩 | face mask | フェイスパック | 面膜
핸드크림 | hand cream | ハンドクリーム | 护手霜
샴푸 | shampoo | シャンプー | 洗发水
수건,타월 | towel | タオル | 毛巾
쿠폰 | coupon | クーポン | 优惠券
할인 쿠폰,할인쿠폰 | discount coupon | 割引クーポン | 优惠券
무료 쿠폰 | free coupon | 無料クーポン | 免费券
쿠폰북 | coupon book | クーポンブック | 优惠券册
포인트,적립금 | points | ポイント | 积分
상품권 | gift voucher | 商品券 | 礼券
기프트 카드 | gift card | ギフトカード | 礼品卡
사은품 | free gift | プレゼント | 赠品
선물 | gift | プレゼント | 礼物
기념품 | souvenir | 記念品 | 纪念品
선물 세트,선물세트 | gift set | ギフトセット | 礼盒
선물 포장 | gift wrapping | ギフトラッピング | 礼品包装
답례품 | return gifts | 引き出物 | 回礼
굿즈 | merchandise | グッズ | 周边
책 | book | 本 | 书
중고책 | used books | 古本 | 二手书
사료 | pet food | ペットフード | 宠物粮
간식 | snack | おやつ | 零食
수제 간식 | handmade treats | 手作りおやつ | 手工零食
강아지 간식 | dog treats | 犬用おやつ | 狗狗零食
고양이 간식 | cat treats | 猫用おやつ | 猫咪零食
츄르 | cat puree treats | ちゅ〜る | 猫条
배변패드 | pee pads | ペットシーツ | 宠物尿垫
모래 | cat litter | 猫砂 | 猫砂
강아지,애견,반려견 | dog | ワンちゃん | 狗狗
소형견 | small dog | 小型犬 | 小型犬
대형견 | large dog | 大型犬 | 大型犬
고양이,반려묘 | cat | ネコちゃん | 猫咪
반려동물 | pet | ペット | 宠物
옷걸이 | hanger | ハンガー | 衣架
액자 | photo frame | 額縁 | 相框
매트 | mat | マット | 瑜伽垫
요가 매트 | yoga mat | ヨガマット | 瑜伽垫
운동복 | sportswear | トレーニングウェア | 运动服
락커,라커 | locker | ロッカー | 储物柜
가구 | furniture | 家具 | 家具
소파 | sofa | ソファ | 沙发
침대 | bed | ベッド | 床
매트리스 | mattress | マットレス | 床垫
책상 | desk | 机 | 书桌
의자 | chair | 椅子 | 椅子
조명 | lighting | 照明 | 灯具
이불 | duvet | 布団 | 被子
침구 | bedding | 寝具 | 床上用品
커튼 | curtain | カーテン | 窗帘
카펫,러그 | rug | ラグ | 地毯
휴대폰,핸드폰 | mobile phone | スマートフォン | 手机
자전거 | bicycle | 自転車 | 自行车
교재 | textbook | 教材 | 教材
꽃씨,씨앗 | seeds | 種 | 种子
세제 | detergent | 洗剤 | 洗衣液
생필품 | daily necessities | 日用品 | 日用品
골프채 | golf clubs | ゴルフクラブ | 高尔夫球杆
"""
