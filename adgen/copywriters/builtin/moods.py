"""Headlines that lead with what one gets, and with how it feels; the seasons, and the big days that a brief names.

A mood states nothing about the product; a benefit says what the brief offers, else what a customer can do.
"""

from collections.abc import Mapping

from .phrases import Phrases, table

BENEFITS: Phrases = table("""
[product]
 = {product}, {price} | {price}에 만나는 {product} | {product} {deal} | {deal:으로} 만나는 {product}
 = {when}, {product} | {product} {offer} | {offer}, {product}
요 = {product}, {price}에 만나요 | {product:을} {price}에 만나 보세요 | {product:을} {price}에 준비했어요
요 = {product} {deal} 챙기세요 | {product} {deal} 받으세요 | {deal} 받는 {product}
다 = {product:을} {price}에 준비했습니다 | {product:을} {price}에 만나 보세요
다 = {product} {deal:을} 드립니다 | {product} {deal} 안내 | {deal} 받는 {product}
요 = {product:을} {price}에 드려요 | {product}, {deal:이에요} | {product}, {when} 챙기세요
다 = {product:을} {price}에 드립니다 | {product}, {deal}입니다
food = {product} 한번 골라 보세요 | {product} 생각날 땐 {store} | {product} 드시고 가세요 | {product}, 편하게 고르세요
food요 = {product} 드시러 오세요 | {product}, {store}에서 골라요
food다 = {product}, {store}에서 드실 수 있습니다 | {product} 드시러 오십시오
goods = {product} 보러 오세요 | {product} 찾는다면 {store} | {product}, 천천히 둘러보세요
goods = {product:이} 필요할 때, {store}
goods요 = {product} 구경하러 오세요 | {product}, {store}에서 골라요
goods다 = {product:을} {store}에서 고르세요
beauty = {product}, 예약하고 오세요 | {product} 생각날 땐 {store} | {product:을} 위한 예약
beauty = {product}, 편하게 상담해요
body = {product}, 가볍게 시작하기 | {product} 시작하는 곳, {store} | {product} 문의, 편하게 주세요
body = {product}, 상담부터
lesson = {product}, 차근차근 시작하기 | {product:이} 궁금하다면 {store} | {product}, 상담부터
lesson = {product} 문의 기다려요
care = {product}, {store}에 맡기세요 | {product:이} 필요할 때, {store} | {product} 문의, 편하게 주세요
care = {product}, 맡기고 쉬세요
place = {product:이} 궁금하다면 {store} | {product}, 물어보세요 | {product} 상담, 편하게 | {product} 문의는 {store}
[deal]
 = {condition} {deal} | {store} {deal} | {condition} 누리는 {cut} | {when}, {store} {cut}
요 = {condition} {deal:이에요} | {store}에서 {deal} 챙겨요 | {condition} 챙겨 가세요
다 = {condition} {deal}입니다 | {store}에서 {deal}입니다 | {condition} 챙기시기 바랍니다
[benefit]
 = {store}, {condition} {gift} | {condition} {present:이} 있는 {store} | {condition} 챙기는 {present}
 = {store} 가는 이유, {present} | {when}, {present}
요 = {condition} {gift:을} 챙겨 가세요 | {condition} {gift:을} 드릴게요 | {condition} {gift} 받으세요
다 = {condition} {gift:을} 챙겨 드립니다 | {condition} {gift:을} 받으세요
요 = {present}, 그냥 지나치지 마세요 | {present} 챙기러 오세요 | {store} 가면 {present:이} 따라와요
다 = {present}, 놓치지 마시기 바랍니다 | {present}, 챙기시기 바랍니다
[sale]
 = {when}, {product} | {product} {deal} | {store}에서 챙기는 {product} | {product} 챙기는 날
[event]
 = {when}, {product} | {product}, {when} | {product} {offer} | {product} 가는 날
 = {product}, 함께하는 자리 | {product} 참여 안내 | {store} 가는 날
[apply]
 = {when}, {product} | {product} {offer} | {offer}, {product} | {product}, {when} | {product}, 상담부터
 = {product} 신청하는 날 | {product} 자리 잡기 | {product} 문의 안내
[booking]
 = {when}, {product} 예약 | {product} 예약, {offer} | {product} 예약 {offer} | {product}, {price}
 = {product} {deal} | 미리 정하는 {product} | {product} 예약하는 날
[people]
 = {product} 예약 안내 | {product} 만나러, {store} | {when}, {product} | {product:과} 상담하기 | {store} 예약 안내
[reserve]
 = {when}, {store} 예약 | {store} 예약하는 날 | {store} 자리 잡기 | 예약은 {store}
[recruit]
 = {when}, {store} 모집 | {store} 상담부터 | {store} 자리 잡기 | {store}에 문의하기
[sale_general]
 = {store} {deal} | {when}, {store} {cut} | {store}에서 챙기는 {cut} | {store} 들르는 날 | {store} {deal} 안내
[hiring]
 = {role}, {when} | {store} 지원하기 | {store} 지원 안내 | {store}에 지원해 주세요 | {role} 지원 문의
[opening]
 = {when}, {store} | {store} 구경하는 날 | {store} 들러 보기 | {store} 가는 길 | {when} 만나는 {store}
 = {condition} {gift}
[closed]
 = {when:은} 쉬는 날 | {store} 방문 전 확인 | {store} 쉬는 날 메모하기
요 = {store}, 다음에 만나요
다 = {store}, 다음에 뵙겠습니다
[hours]
 = {store} 가는 시간 | {store} 들르는 시간 | {store} 방문 전 확인 | {store}, {when} 만나기
[hours_changed]
 = {store} 방문 전 확인 | {store} 시간 메모하기 | {store} 들르기 전에 | {when}, {store} 시간 변경
[moved]
 = {store} 찾아오는 길 | {store} 위치 확인하기 | {store} 새 길 안내 | {when}, {store} 이전
[notice]
 = {store} 방문 전 확인 | {store} 들르기 전에 | {store} 이용 전에 | {when}, {store} 안내
[general]
 = {store} 들르는 날 | {store} 가는 길 | {when}, {store} | {store} 들러 보기 | {store} 문의, 편하게
""")

MOODS: Phrases = table("""
[product]
food = {product} 생각나는 날 | {product} 앞에 두고 쉬는 시간
food친근 = {product} 한번 어때요? | {product} 좋아하시죠? | {product}, 같이 드실래요? | {product} 앞에 도란도란
food유쾌 = {product} 만나러 가요! | {product} 타임! | {product} 하는 날! | {product} 앞으로 집합!
food담백 = {product} 그리고 {store} | {product:과} 함께하는 시간
food담백 = {product:과} 보내는 시간 | {store:이} 권하는 {product}
food고급 = {product:과} 머무는 시간 | {product:을} 위한 자리 | {product}, 여유로운 자리 | {product:과} 보내는 여유
food감성 = {product:이} 있는 하루 | 문득 생각나는 {product} | {product} 앞에 앉은 마음 | {product:과} 나란히 앉아
goods = {product} 생각나는 날 | {product:을} 고르는 즐거움
goods친근 = {product}, 눈에 들어오셨죠? | {product} 구경하고 가세요 | {product} 좋아하시죠? | {product} 고르러 가는 길
goods유쾌 = {product}, 데려가세요! | {product:과} 눈 맞은 날 | {product} 찜하는 날! | {product} 보러 출동!
goods담백 = {product}, 하나 더하기 | 곁에 두는 {product} | {product:을} 고르는 시간 | {product} 그리고 하루
goods고급 = {product:을} 고르는 시간 | 곁에 두고 싶은 {product} | {product}, 여유롭게 고르기
goods고급 = {product:과} 어울리는 하루
goods감성 = {product:이} 있는 자리 | {product} 하나, 마음 하나 | 마음이 먼저 고른 {product} | {product:이} 놓인 하루
beauty = 나를 위한 {product} | {product} 생각나는 날
beauty친근 = {product} 할 때 됐죠? | {product} 하러 오세요 | {product}, 어떠세요? | {product} 하기 좋은 날
beauty유쾌 = 기분 바꾸러, {product} | {product} 하는 날! | {product} 하고 거울 한번! | {product} 하고 나들이!
beauty담백 = {product}, 나를 돌보는 시간 | {product} 그리고 {store} | {product} 하는 날 | {product}, 차분한 시간
beauty고급 = {product}, 나에게 주는 시간 | {product:을} 위한 자리 | {product}, 여유로운 자리
beauty고급 = {product:과} 머무는 시간
beauty감성 = 거울 앞의 {product} | {product}, 나를 아끼는 하루 | {product:이} 있는 오후 | 마음까지 쉬는 {product}
body = 나를 위한 {product} | {product}, 한 걸음
body친근 = {product} 같이 해요 | {product}, 같이 시작해요 | {product} 해 볼까요? | {product} 하기 좋은 날
body유쾌 = {product} 하는 날! | 몸이 들썩, {product} | {product}, 운동화 끈 묶고! | {product} 파이팅!
body담백 = {product}, 한 걸음씩 | {product} 그리고 {store} | {product}, 나를 위한 시간 | {product}, 차분한 시작
body고급 = {product}, 나에게 주는 시간 | {product:을} 위한 자리 | {product:과} 함께하는 시간
body고급 = {product}, 여유로운 시작
body감성 = {product}, 숨 고르는 시간 | {product:이} 있는 하루 | 나에게 돌아오는 {product} | {product:과} 맞는 하루
lesson = 마음먹은 날, {product} | {product}, 한 걸음
lesson친근 = {product} 같이 해요 | {product}, 같이 시작해요 | {product} 궁금하셨죠? | {product} 해 볼까요?
lesson유쾌 = {product} 하는 날! | {product}, 연필 잡고! | {product} 파이팅! | {product} 시작, 준비됐죠?
lesson담백 = {product}, 한 걸음씩 | {product} 그리고 {store} | {product}, 차분한 시작 | {product}, 기초부터
lesson고급 = {product:을} 위한 자리 | {product:과} 함께하는 시간 | {product}, 깊이 있는 시간 | {product}, 차분한 자리
lesson감성 = {product}, 첫 장을 펴는 날 | {product:과} 자라는 하루 | {product:이} 있는 책상 | 작은 시작, {product}
care = {product} 생각나는 날 | {product} 맡기는 날
care친근 = {product} 할 때 됐죠? | {product} 맡기고 쉬세요 | {product}, 어떠세요? | {product} 하기 좋은 날
care유쾌 = {product} 하는 날! | {product}, 미루지 말고! | {product} 하러 가요! | {product}, 맡겨만 주세요!
care담백 = {product} 그리고 {store} | {product}, 차근차근 | {product}, 미루던 일 하나 | {product}, 할 일 하나 덜기
care고급 = {product}, 여유를 위한 시간 | {product:을} 맡기는 마음 | {product:과} 함께하는 시간
care고급 = {product:을} 위한 자리
care감성 = {product}, 마음이 가벼운 하루 | {product:이} 있는 하루 | {product} 하고 걷는 길 | 문득 생각난 {product}
place = {product} 찾던 날 | {product} 궁금한 날
place친근 = {product}, 같이 살펴봐요 | {product} 궁금하셨죠? | {product} 보러 가요 | {product}, 어떠세요?
place유쾌 = {product}, 발품 출동! | {product} 보러 가는 날! | {product}, 여기 있어요! | {product} 보러 출동!
place담백 = {product} 그리고 {store} | {product}, 차근차근 | {product}, 하나씩 살펴보기 | {product}, 짚어 보기
place고급 = {product:을} 위한 자리 | {product}, 차분히 살피기 | {product:을} 찾는 마음 | {product:과} 함께하는 시간
place감성 = {product}, 그다음 하루 | {product}, 마음에 그려 보기 | {product:이} 궁금한 오후 | {product}, 새로운 시작
[store]
친근 = 편하게 들르는 {store} | {store} 가는 길 | 반가운 이름, {store} | {store}에 들렀다 가세요 | {store}에서 봬요
유쾌 = {store} 가는 날! | {store:으로} 모여요! | 발걸음 가볍게, {store}! | 같이 가요, {store}! | {store}에서 만나요!
담백 = {store}에서 보내는 시간 | 잠시 들르는 {store} | 편히 들르는 {store} | {store:으로} 가는 길 | 가까이 있는 {store}
고급 = {store}에서 머무는 시간 | {store}에서 맞이합니다 | {store}에서 모십니다 | {store}에서의 여유
고급 = {store:으로} 가는 여유로운 걸음
감성 = {store}에 불이 켜지면 | 마음이 향하는 {store} | {store}에서 쉬어 가기 | 마음이 먼저 닿는 {store}
감성 = 천천히 들르는 {store}
[season]
 = {scene}, {product} | {scene}, {store}
[rest]
친근 = 쉼표 하나, {store} | 다음에 만나요, {store} | 잠깐 안녕, {store} | {store} 재충전 시간
유쾌 = {store} 쿨쿨 | 잠깐 안녕, {store}! | {store}, 배터리 교체 중! | {store} 늦잠 자는 날
담백 = {store}, 하루 쉼 | 쉼, {store} | {store} 비우는 날 | {store}, 고요한 하루
고급 = {store}, 고요한 쉼 | 쉼을 위한 시간, {store} | {store} 재정비 | 다시 뵐 날까지, {store}
감성 = 잠시 불을 끄는 {store} | 쉬어 가는 마음, {store} | {store}의 조용한 하루 | 바람 쐬고 올 {store}
[news]
친근 = {store} 소식 하나 전해요 | {store}에서 전하는 안부 | {store:을} 찾는 분께 | {store:이} 이웃님께 전해요
유쾌 = {store} 소식이 왔어요! | {store} 알림, 딩동! | 딩동, {store} 소식! | {store} 알림장이 왔어요!
담백 = {store}에서 전하는 안내 | {store:을} 찾는 분께 | {store}의 한 줄 소식 | {store} 문 앞 알림
고급 = {store}에서 드리는 말씀 | {store}에서 정중히 전합니다 | {store:을} 찾는 분께 | {store}의 인사
감성 = {store} 문 앞에 적은 말 | 문 앞의 메모, {store} | {store}의 작은 쪽지 | {store:을} 찾는 마음에
[plain]
 = 반가운 소식 | 새 소식 하나 | 짧은 소식 하나 | 알려 드릴 소식 | 이웃에게 전하는 소식 | 가게에서 온 소식
 = 작은 가게의 소식 | 함께 나누는 소식 | 들러 보실 이유 하나 | 잠깐 전하는 이야기 | 가게 앞 알림판
 = 문 앞에 적어 둔 소식 | 동네에 전하는 이야기 | 여기, 새 소식 | 이웃님께 드리는 소식 | 귀띔 하나 | 손으로 적은 소식
 = 먼저 전하는 소식 | 한 줄 소식 | 가게 이야기 | 문 열고 전하는 소식 | 안부와 소식
""")

SCENES: Mapping[str, tuple[str, ...]] = {season: tuple(row.split(" | ")) for season, row in {
    "봄": "봄볕 좋은 날 | 바람이 부드러운 오후 | 겉옷이 가벼워진 날 | 봄바람 부는 저녁 | 새순 돋는 길 | 햇살 좋은 오후",
    "여름": "햇볕 쨍한 날 | 매미 우는 오후 | 그늘이 반가운 날 | 해가 긴 여름 저녁 | 푸른 여름날 | 부채질하는 오후",
    "가을": "하늘이 높은 날 | 바람이 선선한 저녁 | 볕이 순한 오후 | 가을볕 드는 오후 | 노을 예쁜 저녁 | 걷기 좋은 날",
    "겨울": "코끝이 시린 날 | 입김이 나는 아침 | 목도리 두르는 날 | 해가 짧은 저녁 | 손끝이 시린 날 | 찬 바람 부는 날",
}.items()}
"""Season → what its days are like. Spring is March to May."""


def season(month: int) -> str:
    """The season of a month 1…12; "" for 0."""
    return ("겨울", "봄", "여름", "가을")[month % 12 // 3] if month else ""


DAYS: tuple[tuple[str, str], ...] = (
    ("크리스마스", r"크리스마스|성탄|X-?mas"), ("연말", r"연말|송년|한 해를? (?:마무리|보내)|올 한 ?해"),
    ("새해", r"새해|신년|해맞이"), ("설", r"설날|구정|(?<![가-힣])설(?=$|[\s,.을에과]| ?연휴| ?선물| ?명절| ?맞이)"),
    ("추석", r"추석|한가위"), ("수능", r"수능"), ("수험생", r"수험생"), ("졸업", r"졸업"), ("입학", r"입학|신입생"),
    ("새 학기", r"새 ?학기|신학기|개학|개강"), ("밸런타인데이", r"[발밸]런타인"), ("화이트데이", r"화이트 ?데이"),
    ("빼빼로데이", r"빼빼로 ?데이"), ("어버이날", r"어버이날"), ("어린이날", r"어린이날"), ("스승의 날", r"스승의 ?날"),
    ("가정의 달", r"가정의 ?달"), ("여름휴가", r"여름 ?휴가|휴가철|바캉스"), ("복날", r"복날|초복|중복|말복"),
    ("김장", r"김장"), ("핼러윈", r"핼러윈|할로윈"), ("생일", r"생일"), ("벚꽃", r"벚꽃"),
)
"""A day or a time of the year that owners name, and how it is recognised. The first one found is used."""

DAY_LINES: Phrases = table("""
[any]
 = {day:과} {product} | {day}에 만나는 {product} | {day} 준비, {product} | {day}, {store}에서 {product}
 = {day:이} 생각나는 {product} | {day} 무렵, {product}
[크리스마스]
 = 메리 크리스마스, {store} | 크리스마스엔 {product} | 반짝이는 크리스마스, {store} | {store}에서 맞는 크리스마스
 = 크리스마스를 기다리며, {product} | 트리에 불 켜는 날, {product}
요 = {store:과} 메리 크리스마스! | {product:과} 메리 크리스마스!
다 = {store}에서 크리스마스를 맞습니다
[연말]
 = 고마운 한 해, {store} | 한 해의 끝에서, {store} | {store}에서 드리는 한 해 인사 | 한 해를 보내며, {product}
 = 한 해 동안 고마웠던 분께, {product} | 모임 생각날 때, {store}
요 = {store:이} 한 해 인사 전해요 | {store}, 올해도 고마웠어요
다 = {store:이} 한 해 인사를 드립니다 | {store}, 한 해 감사드립니다
[새해]
 = 새해 첫인사, {store} | 새해를 여는 {product} | 새해에도, {store} | 새 달력 옆에 {product}
요 = {store:과} 새해를 열어요
다 = {store}에서 새해 인사드립니다
[설]
 = 설에 전하는 마음, {product} | 설을 앞두고, {store} | {store}의 설 인사 | 고운 설, {product}
[추석]
 = 추석에 전하는 마음, {product} | 보름달처럼, {product} | {store}의 추석 인사 | 추석을 앞두고, {store}
[수능]
 = 수험생에게, {store} | 애쓴 마음에게, {product} | 수능 응원, {store} | {store}에서 보내는 응원
[졸업]
 = 졸업 축하, {product} | 졸업하는 너에게, {product} | 졸업식 가는 길, {store} | 고마운 졸업, {product}
[입학]
 = 입학 축하, {product} | 새로운 시작에, {product} | 입학을 앞둔 너에게, {store} | 첫 등교 준비, {product}
[새 학기]
 = 새 학기 준비, {product} | 새 마음 새 학기, {store} | 새 학기 첫날, {product} | 새 학기엔 {store}
[어버이날]
 = 고맙습니다, {product} | 부모님께, {product} | 고마운 마음, {store} | 말 대신 {product}
[어린이날]
 = 우리 아이와, {store} | 어린이날엔 {product} | 아이 손 잡고 {store} | 신나는 어린이날, {product}
[스승의 날]
 = 선생님께, {product} | 고마운 선생님께, {store} | 스승의 날, 마음을 담아
[여름휴가]
 = 휴가 떠나기 전에, {store} | 휴가 생각에 두근, {product} | 휴가 앞두고, {product} | 여름휴가엔 {store}
[김장]
 = 김장하는 날, {product} | 김장 준비, {store} | 김장철 {store}
""")
"""Lines for the day that the brief names, beside those of its occasion; ``any`` for every day."""
