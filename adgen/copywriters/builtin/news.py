"""Headlines that lead with what there is: occasion → voice → templates (see ``phrases`` for voices and slots).

A template that ends in a verb names the store, the product or another piece of the brief, or stays under eight
characters: two shops must not post the same sentence.
"""

from .phrases import Phrases, table

NEWS: Phrases = table("""
[new]
 = 새로 만나는 {product} | {store}의 새 {product} | 처음 만나는 {product} | 새 소식, {product}
요 = {product}, 새로 나왔어요 | {product:을} 소개해요 | {product} 소식 전해요 | {product}, 처음 보여 드려요
요 = {product} 준비했어요 | 반가워요, {product}
다 = {product:을} 선보입니다 | {product}, 새로 나왔습니다 | {product:을} 소개합니다 | {product:을} 준비했습니다
다 = {product} 소식을 전합니다 | {store}에서 {product:을} 선보입니다 | {product} 안내
요 = {product} 만나러 오세요 | {product} 보여 드려요
유쾌 = {product} 등장! | {product:이} 떴어요! | 두둥, {product}
감성 = 새로 적은 이름, {product}
고급 = 새롭게 마련한 {product}
food요 = {product:이} 왔어요 | {store}에 {product:이} 왔어요 | {product} 나왔어요
goods요 = {product:이} 왔어요 | {store}에 {product:이} 왔어요 | {product} 나왔어요
food = {product} 첫선
goods = {product} 첫선
food다 = {product:을} 새로 올립니다
food유쾌 = {product} 왔어요, 왔어!
goods유쾌 = {product} 왔어요, 왔어!
food감성 = 조용히 내놓는 {product} | {product:을} 꺼내 놓았어요
goods감성 = 조용히 내놓는 {product} | {product:을} 꺼내 놓았어요
[menu]
요 = {product}, {store}에 있어요 | {product} 준비해 두었어요
다 = {product:을} 준비해 두었습니다 | {product}, {store}에서 만나 보세요
 = {store}의 {product} | {store}에서 만나는 {product} | {product} 이야기
요 = {product} 준비했어요 | {product} 소식 전해요 | {product} 어떠세요? | {product:을} 만나 보세요
요 = {product} 찾으셨죠? | {product:은} {store}에서 만나요 | {product:을} 소개해요
다 = {product:을} 준비했습니다 | {product:을} 소개합니다 | {product} 안내 | {store}의 {product:을} 권합니다
다 = {product} 소식을 전합니다 | {product:을} 만나 보세요 | {product:을} 권해 드립니다
유쾌 = {product}, 여기 있어요! | {product} 부르셨나요? | {product} 하면 {store}! | {product}, 여기요 여기!
감성 = {product}, 작은 기쁨 하나 | 가만히 떠오르는 {product}
food요 = {product} 있어요 | {store}에 {product} 있어요
goods요 = {product} 있어요 | {store}에 {product} 있어요
food다 = {store}에 {product:이} 있습니다
goods다 = {store}에 {product:이} 있습니다
goods감성 = {store}에 놓인 {product}
[discount]
 = {cut} 소식, {product} | {product}, {store} {cut}
요 = {product} {cut} 만나 보세요
다 = {product} {cut} 만나 보세요
 = {product} {cut} 소식 | {store} {product} {cut} | 알뜰하게 만나는 {product} | {product} {cut} 안내
요 = {product} {cut} 소식 전해요 | {product}, {cut:이에요} | {product} {cut} 챙기세요 | {product} 알뜰하게 챙기세요
요 = {store}에서 {product} {cut:이에요} | {product} {cut}, 놓치지 마세요 | {product} {cut} 준비했어요
다 = {product} {cut}입니다 | {product} {cut}, 알려 드립니다 | {product} {cut} 소식을 전합니다 | {product} {cut} 알림
다 = {store}에서 {product} {cut}입니다 | {product} {cut:을} 준비했습니다 | {product} {cut}, 참고해 주세요
유쾌 = {product} {cut:이} 떴어요! | {product} {cut}, 출동! | 지갑이 웃는 {product} | {product} {cut} 냉큼 챙겨요!
감성 = 가벼운 마음으로, {product} | 마음 편히 고르는 {product}
[deal]
 = {condition} {cut} 혜택 | {store} {cut} 소식 | {store}의 {cut} 안내 | {condition}, {store} {cut}
요 = {condition} {cut:이에요} | {condition} {cut} 챙겨 드려요 | {store} {cut} 챙기세요 | {condition} {cut} 받아 가세요
요 = {store} {cut} 소식 전해요 | {condition} {cut} 잊지 마세요
다 = {condition} {cut}입니다 | {condition} {cut} 혜택을 드립니다 | {store} {cut:을} 안내합니다
다 = {condition} {cut:을} 챙겨 드립니다 | {store} {cut} 소식을 전합니다 | {condition} {cut:을} 적용합니다
유쾌 = {condition} {cut:이} 쏙! | {condition} 지갑이 웃어요! | {cut} 챙기러 {store:으로}!
감성 = {condition} 마음도 가볍게 | 가벼운 마음으로, {store}
[sale]
 = {product} 소식 | {store}의 {product} | {store} {product} 안내 | 놓치기 아쉬운 {product}
요 = {product} 챙기러 오세요 | {product}, 함께해요 | {product} 알려 드려요 | {product}, 들러 보세요
요 = {product} 시작해요 | {store} {product}, 구경 오세요 | {product} 놓치지 마세요 | {product} 보고 가세요
다 = {product:을} 진행합니다 | {product:을} 알려 드립니다 | {product} 안내드립니다 | {product} 알림
다 = {store}에서 {product:을} 엽니다 | {product} 소식을 전합니다 | {product:을} 놓치지 마세요
유쾌 = {product}, 출동! | {product} 하면 {store}! | {product}, 냉큼 챙겨요!
감성 = {product}, 가볍게 들러요 | 천천히 고르는 {product}
[benefit]
 = {condition} {present}까지 | {condition} {gift} | {gift:을} 드리는 {store}
 = {store}의 {present} | {store}에서 드리는 {present}
요 = {condition} {gift:을} 드려요 | {gift:을} 받아 가세요 | {store}에서 {gift:을} 드려요
요 = {condition} {gift:을} 챙겨 드려요 | {present:을} 드려요 | {present:을} 준비했어요
요 = {condition} {gift:이} 따라와요 | {store}에서 {present:을} 드려요 | {present} 챙겨 가세요 | {store} 혜택 챙기세요
다 = {condition} {gift:을} 드립니다 | {store}에서 {gift:을} 드립니다 | {gift:을} 챙겨 드립니다 | {present:을} 드립니다
다 = {present:을} 준비했습니다 | {present:을} 챙겨 드립니다 | {store}에서 {present:을} 드립니다
다 = {condition} {gift:이} 따라옵니다 | {store}에서 혜택을 드립니다
유쾌 = {present:이} 따라와요! | {condition} {gift:이} 쏙! | {present} 받으러 출동!
감성 = {present:으로} 전하는 마음 | 고마운 마음 담아, {present}
[event]
 = {product} 소식 | {store}의 {product} | {store}에서 열리는 {product} | {product} 초대장
요 = {product}, 함께해요 | {product:을} 열어요 | {product}에 초대해요 | {product}에서 만나요 | {product} 놀러 오세요
요 = {product} 소식 전해요 | {store} {product}, 같이해요 | {product} 준비했어요 | {product} 구경 오세요
다 = {product:을} 엽니다 | {product}에 초대합니다 | {product} 안내 | {product}에 모십니다
다 = {store}에서 {product:을} 엽니다 | {product} 소식을 전합니다 | {product:을} 준비했습니다
유쾌 = {product}, 모여라! | {product} 출동 준비! | {product} 같이 놀아요!
감성 = {product:으로} 전하는 마음 | {product}에서 보내는 시간
[closed]
 = {when} 휴무 안내 | {store} 휴무 안내 | {store} {when} 휴무 | {store} 쉬는 날 안내 | 휴무 안내
 = {when}, {store} 쉽니다 | 쉬는 날 알림, {store} | 잠시 쉬어 가는 {store} | {store}의 쉼표
요 = {when:은} 쉬어요 | {when:은} 쉬어 갈게요 | {when:은} 쉬고 올게요 | {store}, 잠시 쉬어요 | {store:이} 쉬어 가요
요 = {store}, 쉬고 올게요 | 쉬는 날이에요, {store} | {when} 잠시 쉬어요 | {store} 휴무 알려 드려요
요 = {store}, 쉬어 갈게요 | 다녀올게요, {store:이에요} | {store}, 다시 만나요 | {store} 문 닫는 날이에요
요 = {store} 쉬는 날 확인해 주세요 | {store}, 잠깐 숨 고를게요 | {store}, 곧 다시 봬요
다 = {when:은} 쉽니다 | {when:은} 휴무입니다 | {when} 쉬어 갑니다 | {store}, 잠시 쉬어 갑니다 | {store} 휴무입니다
다 = {store} 휴무를 알립니다 | {store} 쉬는 날입니다 | {store}, 쉬고 돌아옵니다 | {when} 문을 닫습니다
다 = {store}, 다시 뵙겠습니다 | {store} 휴무를 안내합니다 | {store}, 하루를 비웁니다 | {store} 휴무 알림
다 = {store} 휴무 확인 부탁드립니다 | {store:이} 숨을 고릅니다 | {store}, 곧 뵙겠습니다
유쾌 = {store} 충전 중! | {store}, 충전하고 올게요! | {when:은} 충전하는 날!
감성 = 숨 고르고 올게요, {store} | {when}, 쉼표 하나 | {store}에 찍는 쉼표
[hours]
 = {store} 영업시간 안내 | {when} 만나는 {store} | {store} 문 여는 시간 | {store} 영업시간 | {store} 시간 안내
 = {when}, {store} | {store}에 불 켜지는 시간 | {store} {hours} | 문 여는 시간 안내
요 = {when} 문을 열어요 | {when} 기다릴게요 | {when} 들르세요 | {store} 문 열어요 | {store}, 이 시간에 만나요
요 = {store} 시간 알려 드려요 | {store:이} 문 여는 시간이에요 | {store}, 시간 맞춰 만나요 | {store} 시간 보고 오세요
요 = {store}에 불 켜 둘게요 | {store}에서 기다릴게요 | {store} 영업시간이에요 | {store}, 이때 열어요
요 = {store} 들르실 시간이에요
다 = {when} 문을 엽니다 | {when} 맞이하겠습니다 | {store} 문을 엽니다 | {store} 영업시간입니다 | {store} 운영 안내
다 = {store} 시간을 알려 드립니다 | {store}에서 기다립니다 | {store} 시간을 확인해 주세요 | {store:이} 불을 켭니다
다 = {store}, 이 시간에 뵙겠습니다 | {store} 영업시간을 안내합니다 | {store} 여는 시간입니다 | {when} 뵙겠습니다
다 = {store} 영업 알림
유쾌 = {when} 문이 활짝! | {store} 문 활짝! | {store} 불 켰어요!
감성 = {when}, 불 켜는 {store} | {store}의 불빛
[hours_changed]
 = {store} 영업시간 변경 | {store} 새 영업시간 | {store} 시간 변경 안내 | 새 영업시간, {hours} | {store} {hours}
 = 영업시간 변경 안내 | 달라지는 {store} 시간 | 새 시간으로 만나는 {store} | {hours}, {store}
요 = {store} 시간이 바뀌어요 | {store} 새 시간 알려 드려요 | {hours:이에요}, 기억해 주세요
요 = {store} 시간 확인해 주세요 | {store} 영업시간을 바꿔요 | {store}, 새 시간에 만나요 | {store} 시간이 달라져요
요 = {store} 시간 보고 오세요 | {store}, 시간이 새로워져요 | {store} 문 여는 시간 바뀌어요
요 = {store} 시간, 다시 봐 주세요
다 = {store} 시간을 변경합니다 | {store} 시간이 바뀝니다 | {store} 새 시간을 알립니다 | {hours}, 참고해 주세요
다 = {store} 시간을 확인해 주세요 | {store} 시간이 달라집니다 | {store} 시간 변경입니다
다 = {store}, 새 시간에 뵙겠습니다 | {store} 영업시간을 조정합니다 | {store} 시간 변경을 알립니다
다 = {store} 운영 시간 변경
유쾌 = {store} 시계 다시 맞춰요! | {store} 시간, 콕 저장!
감성 = {store}의 새로운 하루
[hiring]
 = {role} 모집 | {store} 구인 안내 | {role} 모집 안내 | {store} {role} 모집 | {store} 동료 모집
 = 함께 일할 분, {store} | {store:과} 함께할 {role} | {store}의 새 동료 | {store} 새 식구 모집
 = {store} 함께할 분 모집
요 = {role} 구해요 | {role} 하실 분 찾아요 | {store} 식구를 찾아요 | {store}에서 같이 일해요 | {store:과} 함께해요
요 = {store} 새 식구 기다려요 | {store}, 동료를 찾아요 | {store}에서 일하실 분! | {role} 함께해요
요 = {store}에 힘을 보태 주세요 | {store} 팀이 되어 주세요 | {store}, 손이 필요해요 | {role} 기다려요
다 = {role} 하실 분을 모십니다 | {role:을} 찾습니다 | {store:과} 함께할 분을 찾습니다 | {store}에서 함께해 주세요
다 = {store} 동료를 찾습니다 | {store} 새 식구를 모십니다 | {role:을} 기다립니다 | {store} 구인입니다
다 = {store}에서 일할 분을 찾습니다 | {store}, 동료를 모십니다 | {role:을} 모집합니다 | {store} 채용 안내
유쾌 = {store} 팀, 손 드세요! | {role}, 어서 와요! | {store}에서 으쌰으쌰!
감성 = {store}에서 나란히 일할 분 | {store}의 하루를 함께 | {role}, 함께 만드는 하루
[opening]
 = {area}의 새 이웃, {store} | {store}, 첫인사 | {area}의 새 {place}, {store} | {store}의 첫날 | 새 이웃 {store}
 = 처음 뵙겠습니다, {store} | {store}, 문 여는 날 | {area}에서 만나는 {store} | 반갑습니다, {store}
요 = {store:이} 문을 열어요 | {area}에 {store:이} 왔어요 | {store}에 놀러 오세요 | 반가워요, {name:이에요}
요 = {name:이라}고 해요 | 새 이웃 {name:이에요} | {store} 처음 인사드려요 | {store}, 새로 시작해요
요 = {area}에서 시작해요, {store} | 처음이에요, {name:이에요} | {store}, 구경 오세요 | {store} 첫 손님 되어 주세요
요 = {store}, 자주 봬요
다 = {store:이} 문을 엽니다 | {store}에서 첫인사드립니다 | {store}에 초대합니다 | {area}에 {store:이} 문을 엽니다
다 = {store} 시작합니다 | {store} 처음 뵙겠습니다 | 새 이웃 {name}입니다 | {store}, 첫 문을 엽니다
다 = {area}에서 인사드립니다, {store} | {store}의 시작을 알립니다 | {store}에서 처음 모십니다 | {store} 개점 인사
유쾌 = {store}, 문 활짝! | {store}, 첫인사 나갑니다! | 짠! {name:이에요} | {area} 접수, {store}!
감성 = {store}, 이야기의 시작 | {store}에 불이 켜진 날 | {area}에 켠 불빛, {store}
고급 = {store}, 첫 장을 엽니다
[booking]
 = {product} 예약 안내 | 미리 챙기는 {product} | {store} {product} 예약 | {product} 예약 | 예약으로 만나는 {product}
요 = {product} 예약받아요 | {product}, 미리 예약하세요 | {product} 미리 준비해요 | {product} 예약하실 분!
요 = {store}에서 {product} 예약받아요 | {product} 미리 챙겨요 | {product} 예약 열었어요 | {product} 예약 챙기세요
다 = {product} 예약을 받습니다 | {product:을} 미리 예약하세요 | {product:을} 준비해 드립니다 | {product} 예약 알림
다 = {store}에서 {product} 예약을 받습니다 | {product} 예약을 안내합니다 | {product:을} 미리 챙겨 드립니다
유쾌 = {product} 찜하러 오세요! | {product} 찜! | {product} 예약, 빠르게 콕!
감성 = {product:을} 기다리는 마음 | 미리 전하는 마음, {product}
[apply]
 = {product} 신청 안내 | {store}의 {product} | {product} 모집 | {store}에서 {product} | {product} 첫걸음
요 = {product} 신청받아요 | {product}, 신청하세요 | {product} 해 볼까요? | {product} 시작해 볼까요?
요 = {product}, 함께해요 | {store}에서 {product} 해요 | {product} 문의 주세요 | {product} 자리 열었어요
다 = {product} 신청을 받습니다 | {product}, 신청해 주세요 | {product} 안내드립니다 | {product} 알림
다 = {store}에서 {product:을} 시작하세요 | {product:을} 준비했습니다 | {product}, 함께해 주세요
유쾌 = {product} 하실 분, 손! | {product}, 도전! | {product} 같이 해요!
감성 = {product}, 가볍게 첫걸음 | 마음먹은 김에, {product}
[people]
 = {store:과} 함께하는 {product} | {store}의 {product} | 반가운 얼굴, {product} | {product} 첫인사
 = {store}, {product}
요 = {product:을} 소개해요 | 반가워요, {product} | {product:이} 함께해요 | {product:과} 만나요 | {product:이} 왔어요
요 = {product:과} 인사 나눠요 | {store}에 {product:이} 왔어요 | {product} 반겨 주세요 | {product} 소식 전해요
다 = {product:을} 소개합니다 | {product:이} 함께합니다 | {product:과} 함께합니다 | {product:을} 모셨습니다
다 = {store}에 {product:이} 함께합니다 | {product} 소식을 전합니다 | {product:을} 만나 보세요 | {product} 안내
유쾌 = 두근두근, {product} | {product:이} 떴다! | {product}, 박수 짝짝!
감성 = {product:과} 나누는 첫인사 | 새 얼굴, {product}
[moved]
 = {store} 이전 안내 | {store}의 새 자리 | 새 자리에서 만나는 {store} | {store} 새 주소 안내 | {store} 이사 소식
 = {area}에서 다시 만나는 {store} | {area}의 {store} | {store}, 새 문을 여는 날 | 자리 옮긴 {store}
요 = {store:이} 자리를 옮겨요 | {store} 이사 소식 전해요 | {store}, 새 자리에서 만나요 | {store} 새 주소예요
요 = {store} 새 자리로 오세요 | {store}, 여기서 기다릴게요 | {store} 위치 확인해 주세요 | {store}, 이사해요
요 = {store} 찾아오는 길 바뀌어요 | {store}, 새 문 앞에서 만나요 | {store:을} 새로 찾아 주세요
요 = {area}에서 만나요, {store}
다 = {store:이} 자리를 옮깁니다 | {store} 이전을 알립니다 | {store}, 새 자리에서 뵙겠습니다 | {store} 이전합니다
다 = {store} 새 자리로 모십니다 | {store} 새 주소입니다 | {store} 위치를 확인해 주세요 | {area}에서 뵙는 {store}
다 = {store} 이전 소식입니다 | {store}, 자리를 새로 잡습니다 | {store:을} 새로 찾아 주십시오 | {store} 이전 알림
유쾌 = {store} 이사 갑니다! | {store} 새집 구경 와요! | {store}, 짐 풀었어요!
감성 = {store}의 새 자리 이야기 | 새 자리에 켜는 불, {store}
[notice]
 = {store} 안내 | {store} 소식 | {store} 알림 | {store}에서 드리는 안내 | {store} 안내 말씀 | {store} 공지
 = 알려 드립니다, {store} | 오시기 전에, {store} | {store} 이용 안내 | {store}에서 전하는 말
요 = {store}에서 알려 드려요 | {store} 확인하고 와 주세요 | {store} 소식 봐 주세요 | {store}, 말씀드릴게요
요 = {store} 안내 말씀 전해요 | {store} 오시기 전에 봐 주세요 | {store} 이야기 전해요 | {store}, 미리 알려 드려요
요 = {store:이} 전해요 | {store}, 참고해 주세요 | 잠깐만요, {store:이에요} | {store} 공지예요
다 = {store}에서 알려 드립니다 | {store} 안내드립니다 | {store} 안내 말씀입니다 | {store} 이용에 참고 바랍니다
다 = {store} 소식을 전합니다 | {store} 공지합니다 | {store}, 말씀드립니다 | {store} 방문 전 확인 바랍니다
다 = {store}, 미리 알려 드립니다 | {store:이} 안내합니다 | {store}, 양해 말씀드립니다 | {store} 공지입니다
[reserve]
 = {store} 예약 안내 | 예약으로 만나는 {store} | {store} 예약 | {store} 예약 소식 | 미리 잡는 {store}
요 = {store} 예약받아요 | {store}, 미리 예약하세요 | {store} 예약 소식 전해요 | {store} 자리 미리 잡아요
요 = {store} 예약 열었어요 | {store}, 예약하고 오세요 | {store} 예약 문의 주세요 | {store} 미리 챙겨요
다 = {store} 예약을 받습니다 | {store} 예약을 안내합니다 | {store}, 미리 예약하세요 | {store} 예약 알림
다 = {store} 예약 소식을 전합니다 | {store} 예약을 시작합니다 | {store} 예약 문의 받습니다
유쾌 = {store} 찜하기! | {store} 예약 콕!
[recruit]
 = {store} 모집 안내 | {store:과} 함께하는 시작 | {store}의 새 얼굴 모집 | {store} 모집 소식 | {store}에서 첫걸음
요 = {store} 함께하실 분 모여요 | {store}에서 시작해 볼까요? | {store}에서 함께해요 | {store} 모집해요
요 = {store}, 같이 시작해요 | {store} 자리 열었어요 | {store} 신청받아요 | {store}에서 기다려요
다 = {store} 모집합니다 | {store}에서 시작해 보세요 | {store:과} 함께하실 분을 찾습니다 | {store} 신청을 받습니다
다 = {store}에서 함께해 주세요 | {store} 모집을 알립니다 | {store}에서 기다립니다
유쾌 = {store}, 모여라! | {store} 하실 분, 손!
[sale_general]
 = {store} {cut} 소식 | {store}에서 전하는 {cut} | {store} {cut} 안내 | 반가운 {cut}, {store} | {store} {cut}
요 = {store} {cut:이에요} | {store} {cut} 챙기세요 | {store} {cut} 소식 전해요 | {store} {cut}, 보고 가세요
요 = {store} {cut} 챙기러 오세요 | {store} {cut}, 놓치지 마세요 | {store} {cut} 준비했어요
다 = {store} {cut}입니다 | {store} {cut} 소식을 전합니다 | {store} {cut:을} 알립니다 | {store} {cut} 알림
다 = {store} {cut:을} 준비했습니다 | {store} {cut}, 참고해 주세요 | {store} {cut:을} 안내합니다
유쾌 = {store} {cut:이} 떴어요! | {store} {cut}, 출동!
[general]
 = {store} 소식 | {store} 이야기 | {store}에서 온 소식 | {store} 알림판 | {area} {store} 소식 | {store}의 한마디
요 = {store} 소식 전해요 | {store}에서 알려 드려요 | {store}에 들러 주세요 | {store} 이야기 전해요
요 = {store} 소식이에요 | {store} 소식 보고 가세요 | {store}, 인사드려요 | {store}에서 한마디 전해요
요 = {store}에서 만나요
다 = {store} 안내 | {store}에서 알려 드립니다 | {store} 소식을 전합니다 | {store}에서 뵙겠습니다 | {store} 소식입니다
다 = {store}, 인사드립니다 | {store}에서 한마디 전합니다 | {store} 이야기를 전합니다 | {store}에서 안내합니다
유쾌 = {store}, 여기 주목! | 똑똑, {store} 소식!
감성 = {store}의 작은 이야기 | {store}에서 전하는 마음 | {store}에서 부친 편지
""")
