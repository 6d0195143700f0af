"""Sentences of the texts for channels: greetings, invitations, closings, as tables (see ``phrases`` for voices, slots).

Every sentence of eight characters or more names the store or a piece of the brief, so that no two shops post the same.
"""

from .phrases import Phrases, table

OPENINGS: Phrases = table("""
[any]
친근 = 안녕하세요, {name:이에요}. | {store} 소식 하나 전해요. | 이웃님들, {name:이에요}.
친근 = 잠깐, {store} 소식 보고 가세요. | {store} 이야기 들어 보실래요? | {store}에서 반가운 소식 가져왔어요.
친근 = {store}에서 인사드려요. | {store} 소식 왔어요.
유쾌 = 똑똑, {store} 소식 왔어요! | 여기 보세요, {name:이에요}! | 잠깐, 스크롤 멈춤! {name:이에요}.
유쾌 = {name:이} 왔습니다! | 여러분, {store} 소식이에요! | 여기 여기, {name:이에요}! | {store}에서 손 흔들어요!
유쾌 = 귀 쫑긋, {store} 소식이에요!
담백 = {store} 소식입니다. | {store}에서 알려 드립니다. | {store} 안내입니다. | {store}에서 짧게 안내드립니다.
담백 = {name}입니다. | {store}에서 안내드립니다. | {store} 소식을 적습니다. | {store}에서 한 줄 전합니다.
고급 = {store}에서 소식을 전합니다. | 안녕하십니까, {name}입니다. | {store:을} 찾아 주셔서 감사드립니다.
고급 = {store:을} 아껴 주시는 마음에 감사드립니다. | {store}에서 마음을 담아 전합니다. | {store} 소식을 전해 드립니다.
고급 = {store}에서 인사드립니다. | {store}에서 말씀드립니다.
감성 = {store}에서 작은 소식을 적어요. | 안녕하세요, 이곳은 {name:이에요}. | 하루의 틈에, {store} 소식을 전해요.
감성 = 마음을 담아 {store} 소식을 전해요. | 잠시 머물다 가세요, {name:이에요}. | 가만히 전하는 {store} 이야기예요.
감성 = {store} 문 앞에 소식을 적어 두었어요. | {store}에서 안부를 전해요.
요 = {store} 새 소식이에요. | {store}에서 소식 들고 왔어요.
다 = {store} 새 소식입니다. | {store}에서 소식을 전해 드립니다.
[new]
요 = 새로 만나 보세요, {product:이에요}. | {product} 이야기, 궁금하셨죠? | {product:을} 새로 소개해요.
요 = {store}의 새 소식, {product:이에요}. | {product} 기다리셨죠? | 처음 보여 드려요, {product:이에요}.
다 = {store}에서 {product:을} 소개합니다. | {store}의 새로운 소식, {product}입니다. | {product} 소식을 전합니다.
다 = {product:을} 새로 선보입니다. | 새로 준비한 {product}입니다.
[menu]
요 = {product} 찾으시는 분 계신가요? | {product} 생각나셨다면 잘 오셨어요. | {product} 소식이에요.
요 = {product:을} 소개할게요. | {store}의 {product:이에요}.
다 = {store}의 {product:을} 소개합니다. | {product:을} 찾는 분들께 전합니다. | {product} 안내입니다.
다 = {product} 소식을 전합니다. | {store}에서 {product:을} 권합니다.
food요 = {product} 좋아하세요?
goods요 = {product} 좋아하세요?
[discount]
요 = {product} {cut} 소식 챙겨 가세요. | {product} 찾으셨다면 여기예요. | {product} 알뜰하게 만나 보세요.
요 = {product}, {cut:이에요}.
다 = {product} {cut} 안내드립니다. | {product} {cut} 소식을 전합니다. | {store}에서 {product} {cut:을} 안내합니다.
[deal]
요 = {store}에서 {cut} 소식 가져왔어요. | {store} {cut} 챙겨 가세요. | 알뜰하게 챙기는 {store} 소식이에요.
다 = {store} {cut} 안내드립니다. | {store}에서 {cut:을} 안내합니다. | {store} {cut} 소식을 전합니다.
[sale]
요 = {product} 소식 가져왔어요. | {product} 챙겨 가세요. | {store}의 알뜰한 소식, {product:이에요}.
다 = {product} 소식을 전합니다. | {product} 안내드립니다. | {store}의 {product} 소식입니다.
[benefit]
요 = {store}에서 챙겨 가실 소식이 있어요. | {store:이} 작은 혜택을 준비했어요. | {present} 소식 전해요.
다 = {store}의 혜택을 안내드립니다. | {store}에서 작은 혜택을 준비했습니다. | {present} 소식을 전합니다.
[event]
요 = {product} 소식 가져왔어요. | {product}에 초대할게요. | {store:과} 함께하면 좋을 {product:이에요}.
다 = {product} 소식을 전합니다. | {product}에 초대합니다. | {store}의 {product} 안내드립니다.
[closed]
요 = {store} 쉬는 날을 알려 드려요. | {store} 휴무 소식 전해요. | {store} 헛걸음하실까 봐 미리 알려 드려요.
요 = {store:이} 잠시 쉬어 가요.
다 = {store} 휴무 안내드립니다. | {store} 쉬는 날을 알려 드립니다. | {store:이} 잠시 쉬어 갑니다.
[hours]
요 = {store} 영업시간 알려 드려요. | {store} 문 여는 시간, 알고 오세요.
다 = {store} 영업시간 안내드립니다. | {store} 문 여는 시간을 알려 드립니다.
[hours_changed]
요 = {store}의 바뀌는 영업시간을 알려 드려요. | {store} 시간이 달라져요.
다 = {store} 영업시간 변경을 안내드립니다. | {store}의 바뀌는 시간을 알려 드립니다.
[hiring]
요 = {store:과} 함께 일할 분을 기다려요. | {store}에서 같이 일하실 분 계신가요? | {store}의 새로운 동료를 찾아요.
요 = 주변에 {store} 식구 될 분 계시면 전해 주세요. | {role} 하실 분 계신가요?
다 = {store:과} 함께 일할 분을 찾습니다. | {store} 채용을 안내드립니다. | {store}에서 함께할 동료를 찾습니다.
[opening]
요 = {name:이에요}, 처음 인사드려요. | 반갑습니다, 앞으로 {store}에서 자주 봬요. | 새로운 이웃 {name:이} 인사드려요.
요 = {area} 이웃님들, {name:이에요}. | {store}의 첫 소식이에요.
다 = {name}, 처음 인사드립니다. | {store}에서 첫인사를 드립니다. | {store}의 새로운 시작을 알립니다.
다 = {area}에서 인사드립니다, {name}입니다.
[booking]
요 = {product} 예약 소식이에요. | {product} 미리 챙기실 분 계신가요? | {store}에서 {product} 예약 소식 전해요.
다 = {product} 예약 안내드립니다. | {product} 예약 소식을 전합니다. | {store}에서 {product} 예약을 안내드립니다.
[apply]
요 = {product} 궁금하셨나요? | {product} 함께하실 분을 기다려요. | {store}에서 {product} 소식 전해요.
다 = {product} 신청을 안내드립니다. | {product} 함께하실 분을 기다립니다. | {store}의 {product} 안내드립니다.
[reserve]
요 = {store} 예약 소식 전해요. | {store} 예약, 미리 챙기세요. | {store}에서 예약 소식 가져왔어요.
다 = {store} 예약을 안내드립니다. | {store} 예약 소식을 전합니다.
[recruit]
요 = {store}에서 함께하실 분을 기다려요. | {store} 모집 소식 전해요. | {store}에서 같이 시작해 볼까요?
다 = {store} 모집을 안내드립니다. | {store}에서 함께하실 분을 기다립니다. | {store} 모집 소식을 전합니다.
[people]
요 = {store}의 반가운 얼굴을 소개해요. | {product:과} 인사 나누세요. | {store}에 {product:이} 함께해요.
다 = {product:을} 소개합니다. | {store}의 새로운 소식을 전합니다. | {store}에 {product:이} 함께합니다.
[moved]
요 = {store} 이사 소식 전해요. | 새 자리에서 {store:이} 인사드려요.
다 = {store} 이전을 안내드립니다. | {store} 이전 소식을 전합니다.
[notice]
요 = {store}에서 알려 드려요. | {store} 안내 말씀 전해요.
다 = {store}에서 안내 말씀을 드립니다.
""")
"""First lines: ``any`` by tone, and by occasion."""

SCENE_OPENINGS: Phrases = table("""
[any]
요 = {scene}, {name:이에요}. | {scene}, {store} 소식 전해요. | {scene}에 {store}에서 인사드려요.
요 = {scene}, {store} 생각나셨나요?
다 = {scene}, {name}입니다. | {scene}에 {store} 소식을 전합니다. | {scene}, {store}에서 인사드립니다.
""")

NEIGHBOURS: Phrases = table("""
[any]
요 = 안녕하세요, {area} 이웃님들. {name:이에요}. | 안녕하세요, 동네 이웃 {name:이에요}.
요 = 이웃님들께 {store} 소식 전해요. | 안녕하세요, {area} {name:이에요}. | {area} 이웃님들께 {store} 소식 남겨요.
요 = 동네 소식 하나, {name:이에요}. | {store:이} 이웃님들께 인사드려요. | 오며 가며 보셨을 {name:이에요}.
요 = 안녕하세요, 이웃님! {store} 소식이에요. | 가까이 있는 {name:이에요}. | 같은 동네 {name:이에요}, 반가워요.
요 = 이웃님, {store} 이야기 하나 들려드릴게요.
다 = 안녕하세요, {area} 이웃님들. {name}입니다. | 안녕하세요, 동네 이웃 {name}입니다.
다 = 이웃님들께 {store} 소식을 전합니다. | 안녕하세요, {area} {name}입니다.
다 = {area} 이웃님들께 {store} 소식을 남깁니다. | 동네 소식 하나, {name}입니다. | {store:이} 이웃님들께 인사드립니다.
다 = 오며 가며 보셨을 {name}입니다. | 안녕하세요, 이웃님. {store} 소식입니다. | 같은 동네 {name}입니다.
다 = 이웃님께 {store} 이야기를 전합니다.
""")
"""How one greets the neighbourhood."""

FRIENDS: Phrases = table("""
[any]
요 = {store} 채널 친구분들께 전해요. | {store} 친구분들, 안녕하세요! | {store} 소식, 친구분들께 먼저 전해요.
요 = 채널 친구분들, {name:이에요}. | {store} 친구분들께 드리는 소식이에요. | {store:을} 친구로 두신 분들께 전해요.
다 = {store} 채널 친구분들께 전합니다. | {store} 친구분들께 드리는 소식입니다. | 채널 친구분들, {name}입니다.
다 = {store} 친구분들, 안녕하십니까. | {store:을} 친구로 두신 분들께 전합니다.
""")
"""How one greets those who follow the store's Kakao channel."""

INVITES: Phrases = table("""
[product]
요 = {product} 궁금하시면 {store}에 편하게 물어봐 주세요. | {product} 생각나실 때 {store:을} 떠올려 주세요.
요 = {product} 이야기는 {store}에서 마저 들려드릴게요. | {product} 보시고 {store}에 들러 주세요.
다 = {product} 문의는 {store}에 편하게 주십시오. | {product} 안내는 {store}에서 도와드립니다.
다 = {product} 생각나실 때 {store:을} 찾아 주세요. | {product} 자세한 내용은 {store}에 문의해 주세요.
food요 = {product} 생각나실 때 {store}에 들러 주세요. | {product} 앞에 두고 잠깐 쉬어 가세요.
food요 = {product}, 편한 시간에 드시러 오세요. | 좋은 사람과 {product} 어떠세요?
food요 = {product} 드시고 하루 이야기도 나눠요. | 입이 심심할 땐 {product:을} 떠올려 주세요.
food다 = {product}, 편한 시간에 드시러 오세요. | {product:과} 함께 잠시 쉬어 가시기 바랍니다.
food다 = {product} 앞에서 여유로운 시간 보내시기 바랍니다. | 좋은 분과 {product:을} 함께하시기 바랍니다.
goods요 = {product}, 천천히 둘러보고 고르세요. | {product} 필요하실 때 {store}에 들러 주세요.
goods요 = {product} 구경만 하셔도 좋아요. | {product} 고르기 어려우면 같이 봐 드릴게요.
goods요 = 지나다가 {product} 눈에 띄면 들어와 보세요.
goods다 = {product}, 천천히 둘러보시기 바랍니다. | {product} 필요하실 때 {store:을} 찾아 주세요.
goods다 = {product} 고르시는 일을 도와드립니다. | {product:을} 편하게 살펴보시기 바랍니다.
beauty요 = {product} 고민되시면 편하게 상담해 주세요. | {product} 하시는 동안 편히 쉬세요.
beauty요 = {product:은} 예약하고 오시면 편해요. | 기분 바꾸고 싶은 날, {product} 어떠세요?
beauty요 = {product}, 원하시는 느낌을 들려주세요.
beauty다 = {product} 상담은 편하게 문의해 주세요. | {product:은} 예약하고 오시면 편합니다.
beauty다 = {product}, 원하시는 느낌을 말씀해 주세요.
body요 = {product}, 처음이어도 부담 없이 물어보세요. | {product} 궁금하시면 구경 오셔도 좋아요.
body요 = {product}, 같이 해 보실래요? | 마음먹은 김에 {product} 시작해 봐요. | {product} 상담은 편하게 연락 주세요.
body다 = {product} 상담은 편하게 문의해 주세요. | {product}, 부담 없이 시작해 보시기 바랍니다.
body다 = {product} 문의를 기다립니다.
lesson요 = {product} 궁금하시면 편하게 상담해 주세요. | {product}, 차근차근 함께할게요.
lesson요 = {product} 고민되시면 먼저 이야기 나눠요.
lesson다 = {product} 상담은 편하게 문의해 주세요. | {product}, 차근차근 안내해 드립니다.
lesson다 = {product} 문의를 기다립니다.
care요 = {product} 필요하실 때 편하게 연락 주세요. | {product:은} {store}에 맡기고 쉬세요.
care요 = {product} 미뤄 두셨다면 들러 주세요.
care다 = {product} 필요하실 때 편하게 문의해 주세요. | {product:은} {store}에 맡겨 주십시오.
care다 = {product} 문의를 기다립니다.
place요 = {product} 궁금하시면 편하게 전화 주세요. | {product}, 같이 살펴봐 드릴게요.
place요 = {product} 조건은 {store}에 물어봐 주세요.
place다 = {product} 문의를 기다립니다. | {product}, 차근차근 안내해 드립니다.
place다 = {product} 조건은 {store}에 문의해 주세요.
[store]
요 = 지나는 길에 {store} 문을 열어 보세요. | {store} 앞을 지나시면 들러 주세요. | {store:은} 편하게 들르셔도 돼요.
요 = 궁금한 건 {store}에 편하게 물어봐 주세요. | {store}에서 반갑게 인사할게요. | {store}, 자주 들러 주세요.
요 = {store:을} 찾아 주시는 마음, 고맙습니다. | {store} 소식은 또 전할게요.
다 = {store:을} 찾아 주시는 마음에 감사드립니다. | {store} 앞을 지나실 때 들러 주세요. | {store} 문의는 편하게 주세요.
다 = {store}에서 반갑게 맞이하겠습니다. | {store} 소식은 계속 전하겠습니다. | {store:은} 편하게 들르셔도 좋습니다.
[hiring]
요 = 주변에 {store}에서 일할 분 계시면 전해 주세요. | {store} 근무가 궁금하시면 편하게 물어봐 주세요.
요 = {store:이} 함께할 분을 기다려요. | {store} 구인 소식, 주변에도 나눠 주세요. | {store} 일이 궁금하시면 연락 주세요.
요 = {store:과} 함께할 날을 기다릴게요. | {store}에 편하게 지원해 주세요.
다 = 주변에 {store}에서 일할 분이 계시면 전해 주시기 바랍니다. | {store} 근무 문의는 편하게 주십시오.
다 = {store:이} 함께할 분을 기다립니다. | {store} 구인 소식을 주변에 나눠 주시기 바랍니다.
다 = {store}에 편하게 지원해 주시기 바랍니다. | {store} 일이 궁금하시면 연락 주십시오.
[quiet]
요 = {store:을} 찾아 주시는 마음, 고맙습니다. | 궁금한 건 {store}에 편하게 물어봐 주세요.
요 = {store} 소식, 주변에도 나눠 주세요. | {store} 오시는 데 참고해 주세요. | {store} 소식은 또 전할게요.
요 = 주변에 {store} 찾는 분께도 전해 주세요.
다 = {store:을} 찾아 주시는 마음에 감사드립니다. | {store} 방문에 참고해 주세요. | {store} 문의는 편하게 주세요.
다 = {store:을} 찾는 분께 함께 전해 주시기 바랍니다. | {store} 이용에 불편 없으시길 바랍니다.
""")
"""A sentence after the news: to the product, to the store, and (``quiet``) for notices that sell nothing."""

CLOSINGS: Phrases = table("""
[any]
요 = {store}에서 기다릴게요. | {store}에 편하게 들러 주세요. | 오시는 길에 {store} 들러 주세요. | {store}에서 만나요.
요 = {store} 문 열고 기다릴게요. | {store}에서 곧 봬요. | {store}에서 반갑게 맞을게요.
다 = {store}에서 기다리겠습니다. | {store}에 많은 관심 부탁드립니다. | {store}에 편하게 문의해 주세요.
다 = {store}에서 뵙겠습니다. | {store}에서 맞이하겠습니다. | {store} 방문을 기다립니다.
유쾌 = 그럼, {store}에서 만나요! | 어서 {store:으로} 오세요, 기다릴게요! | {store}에서 손 흔들고 있을게요!
감성 = {store}에 천천히 들러 주세요. | {store:이} 불 켜 두고 기다릴게요. | {store}에서 마음 놓고 쉬어 가세요.
고급 = {store}에서 정중히 모시겠습니다.
[notice]
요 = {store} 이용에 참고해 주세요. | {store} 방문 전에 확인해 주세요. | {store:이} 늘 고맙습니다.
다 = {store} 이용에 참고 부탁드립니다. | {store} 방문에 참고 부탁드립니다. | {store:을} 찾아 주셔서 감사합니다.
[closed]
요 = {store}, 쉬고 다시 반갑게 만나요. | {store} 이용에 참고해 주세요. | 양해를 부탁드려요, {store}에서 다시 봬요.
요 = 쉬고 와서 {store} 문 활짝 열게요.
다 = {store} 휴무에 너른 양해 부탁드립니다. | {store} 이용에 참고 부탁드립니다. | {store}에서 다시 뵙겠습니다.
[hours]
요 = {store} 오시는 데 참고해 주세요. | {store}에서 시간 맞춰 만나요. | {store}에서 기다릴게요.
다 = {store} 이용에 참고 부탁드립니다. | {store}에서 기다리겠습니다. | {store} 방문에 참고해 주세요.
[hours_changed]
요 = {store} 오시는 데 참고해 주세요. | {store} 방문 전에 확인해 주세요. | {store}, 새 시간에 만나요.
다 = {store} 이용에 참고 부탁드립니다. | {store} 방문 전에 확인 부탁드립니다. | {store}, 새 시간에 뵙겠습니다.
[hiring]
요 = 관심 있으시면 {store:으로} 편하게 연락 주세요. | {store} 근무가 궁금하시면 물어봐 주세요.
요 = {store}에서 같이 일해요.
다 = 관심 있는 분은 {store:으로} 연락 바랍니다. | {store} 근무 문의를 기다립니다.
다 = {store}에서 함께할 날을 기다립니다.
[booking]
요 = {product} 예약 문의 편하게 주세요. | {product} 예약은 {store:으로} 미리 연락 주세요.
요 = {store}에서 예약 기다릴게요.
다 = {product} 예약 문의 부탁드립니다. | {product} 예약은 {store:으로} 미리 연락 바랍니다.
다 = {store}에서 예약을 기다립니다.
[apply]
요 = {product} 신청 문의 편하게 주세요. | {product}, {store}에서 함께해요. | {store}에서 연락 기다릴게요.
다 = {product} 신청 문의 부탁드립니다. | {product} 문의는 {store:으로} 편하게 주세요. | {store}에서 연락을 기다립니다.
[moved]
요 = 새 자리에서 {store:이} 기다릴게요. | {store} 오시는 길, 확인하고 와 주세요. | {store} 새 문 앞에서 만나요.
다 = 새 자리에서 {store:이} 기다리겠습니다. | {store} 방문에 참고 부탁드립니다. | {store} 새 자리에서 뵙겠습니다.
""")
