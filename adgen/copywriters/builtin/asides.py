"""Small words of the texts for channels: wishes for a day, words under a dish, a word or two where room is least."""

from .phrases import Phrases, table

WISHES: Phrases = table("""
[크리스마스]
요 = {store:과} 함께 메리 크리스마스! | {store:이} 따뜻한 크리스마스를 빌어요.
다 = {store:이} 따뜻한 크리스마스를 기원합니다.
[연말]
요 = 한 해 동안 {store:을} 찾아 주셔서 고마웠어요. | {store:이} 한 해의 고마움을 전해요.
다 = 한 해 동안 {store:을} 찾아 주셔서 감사합니다.
[새해]
요 = 새해 복 많이 받으세요, {name:이에요}.
다 = 새해 복 많이 받으십시오, {name}입니다.
[설]
요 = {store:이} 고운 설 인사를 전해요.
다 = {store:이} 고운 설 인사를 드립니다.
[추석]
요 = {store:이} 보름달처럼 넉넉한 추석을 빌어요.
다 = {store:이} 넉넉한 추석을 기원합니다.
[수능]
요 = {store:이} 수험생 여러분을 응원해요.
다 = {store:이} 수험생 여러분을 응원합니다.
[졸업]
요 = {store:이} 졸업을 축하해요.
다 = {store:이} 졸업을 축하드립니다.
[입학]
요 = {store:이} 입학을 축하해요.
다 = {store:이} 입학을 축하드립니다.
[어버이날]
요 = 고마운 마음, {store:이} 함께 전할게요.
다 = 고마운 마음을 {store:이} 함께 전합니다.
[여름휴가]
요 = {store:이} 즐거운 휴가를 빌어요.
다 = {store:이} 즐거운 휴가를 기원합니다.
""")
"""What one wishes on a day that the brief names."""

SERVINGS: Phrases = table("""
[product]
요 = {product:을} 골라 담아 주세요. | {product} 생각나실 때 편하게 주문해 주세요.
요 = {product:을} 찾으셨다면 골라 보세요. | {store}의 {product:이에요}. | {product}, 편하게 골라 주세요.
요 = 혼자여도 함께여도 {product} 어떠세요? | {product} 드시고 싶은 날 담아 주세요.
요 = 식탁에 {product:을} 올려 보세요. | {product} 한번 드셔 보세요.
요 = {product}, 요청 사항이 있으면 적어 주세요. | {store}에서 {product:을} 준비할게요.
요 = {product:으로} 골라 보시겠어요?
다 = {product:을} 골라 담아 주세요. | {product}, 편하게 주문해 주시기 바랍니다.
다 = {product:을} 찾으셨다면 골라 보시기 바랍니다. | {store}의 {product}입니다.
다 = {product}, 요청 사항이 있으면 적어 주세요. | {store}에서 {product:을} 준비합니다.
다 = 혼자서도 함께도 {product:을} 골라 보시기 바랍니다. | 식탁에 {product:을} 올려 보시기 바랍니다.
다 = {product} 생각나실 때 찾아 주세요. | {product:을} 드셔 보시기 바랍니다.
""")
"""What may stand under a dish in a delivery app: nothing about its taste."""

SHORTS: Phrases = table("""
[end]
요 = 고맙습니다 | 늘 고마워요 | 늘 감사해요
다 = 감사합니다 | 고맙습니다 | 감사드립니다
[nouns]
 = 소식 | 안내 | 알림 | 새 소식
[benefit nouns]
요 = 드려요
다 = 드립니다
[closed nouns]
 = 휴무 | 휴무 안내 | 쉬는 날 | 휴무 알림
[hours nouns]
 = 영업 | 영업 안내 | 영업시간 | 운영 안내
[hours_changed nouns]
 = 영업 | 영업시간 변경 | 새 영업시간 | 운영 시간 변경
[hiring nouns]
 = 모집 | 구인 | 모집 안내 | 구인 안내
[moved nouns]
 = 이전 | 이전 안내 | 이전 소식 | 이사
[booking nouns]
 = 예약 | 예약 안내 | 예약 소식 | 예약 알림
[apply nouns]
 = 신청 | 신청 안내 | 신청 소식 | 모집
[wants]
요 = 놓치지 마세요 | 챙겨 가세요 | 만나 보세요
다 = 만나 보세요 | 문의 바랍니다 | 안내합니다 | 준비했습니다
[marks]
 = [소식] | [안내] | [알림] | ★ | ▶ | ☆
[any]
 = {area} {place}
요 = 어서 오세요 | 들러 주세요 | 곧 만나요 | 놀러 오세요 | 기다릴게요
다 = 기다립니다 | 뵙겠습니다 | 모시겠습니다 | 들러 주세요
[quiet]
요 = 확인해 주세요 | 참고해 주세요 | 늘 고마워요 | 미리 알려요 | 기억해 주세요
다 = 확인 바랍니다 | 참고 바랍니다 | 감사드립니다 | 알려 드립니다 | 잊지 마십시오
[closed]
요 = 다시 만나요 | 곧 돌아와요 | 쉬고 올게요
다 = 곧 뵙겠습니다 | 쉬고 옵니다 | 다시 뵙습니다
[hiring]
요 = 함께해요 | 연락 주세요 | 기다릴게요
다 = 연락 바랍니다 | 기다립니다 | 함께해 주세요
""")
"""Under a headline that says it all: a word or two, too short to be anyone's own."""
