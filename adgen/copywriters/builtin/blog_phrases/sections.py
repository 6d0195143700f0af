"""The frame of a blog article: greeting, headings, what stands before a list, where to ask, thanks. As in ``foods``."""

from collections.abc import Mapping

from .rows import rows

GREETINGS: Mapping[str, tuple[str, ...]] = {
    "요": ("안녕하세요, {store}^이에요", "안녕하세요! {store}에서 인사드려요", "반갑습니다, {store}^이에요"),
    "다": ("안녕하십니까, {store}입니다", "안녕하세요. {store}에서 인사드립니다", "반갑습니다, {store}입니다"),
    "유쾌": ("안녕하세요, {store}^이에요!", "똑똑, {store}^이에요!", "여기는 {store}, 반가워요!"),
    "감성": ("안녕하세요, {store}^이에요", "{store}에서 안부 전해요", "잘 지내셨나요? {store}^이에요"),
    "고급": ("안녕하십니까, {store}입니다", "{store}에서 정중히 인사드립니다"),
}
GREETINGS_LOCAL: Mapping[str, tuple[str, ...]] = {
    "요": ("안녕하세요, {area} {store}^이에요", "{area} {store}에서 인사드려요"),
    "다": ("안녕하십니까, {area} {store}입니다", "{area} {store}에서 인사드립니다"),
}

FRAME = rows("""
[news]
facts {it} 안내
facts {store} 소식 정리
facts 먼저 내용부터
facts 한눈에 보는 안내
how {it} {use} 방법
how 이용 방법
how {use} 전에 보실 내용
ask 궁금하실 만한 내용
ask 미리 답해 드리는 질문
ask 오시기 전 궁금한 점
whom 알려 드리고 싶은 분
whom 이런 분이라면
contact {store} 위치와 연락처
contact 찾아오시는 방법
contact {store} 안내
bring {use}하실 때 이런 것을 {store}에 알려 주시면 [<빨라요/빠릅니다>|<편해요/편합니다>]
bring 미리 정해 오시면 {store}에서 [바로|빠르게] 도와 <드려요/드립니다>
bring {store}에 연락하실 때 아래 내용을 [함께|먼저] 알려 <please>
tips {store}에 오시기 전에 이것도 [챙겨|기억해] <please>
tips 이렇게 해 주시면 {store}에서 [준비하기|도와 드리기] <쉬워요/쉽습니다>
lead [오시기 전에|들르시기 전에] 보시면 좋을 {store} {use} 방법을 [한곳에|아래에] 정리해 <봤어요/보았습니다>
lead {store}에서 {use}하실 때 궁금하실 점을 [한곳에|아래에] 정리해 <봤어요/보았습니다>
lead {store} {use} 방법과 [미리 알면 좋은 점|오시기 전에 볼 내용]^을 하나씩 <적어 볼게요/적겠습니다>
[people]
tips {store}에 오시기 전에 이것도 [챙겨|기억해] <please>
facts 먼저 소개부터
facts {store} 안내
facts 이번 소식 정리
how {store}에 오시기 전에
how {store} 찾으실 때
ask 궁금하실 만한 내용
ask 미리 답해 드리는 질문
whom 이런 분이라면
whom 만나고 싶은 분
contact {store} 위치와 연락처
contact {store} 찾아오시는 방법
bring {store}에 연락하실 때 아래 내용을 [함께|먼저] 알려 <please>
bring 미리 정해 오시면 {store}에서 [바로|빠르게] 도와 <드려요/드립니다>
[hiring]
facts 모집 내용
facts {role} 모집 안내
how 지원하시는 방법
how {store} 지원 방법
after 연락 주신 다음에는
after 지원하신 뒤의 순서
ask 지원 전에 궁금한 점
ask 미리 답해 드리는 질문
contact {store} 위치와 연락처
bring {store}에 연락하실 때 아래 내용을 [함께|먼저] 알려 <please>
bring 지원하실 때 {store}에 이런 것을 적어 [보내|남겨] <please>
[notice]
tips 다음에 {store}에 오실 때는 이것도 [챙겨|기억해] <please>
tips {store}에 오시는 날에는 이것도 [챙겨|기억해] <please>
facts 안내 내용
facts 꼭 확인하실 내용
facts {store} 안내
how 오시기 전에
how 미리 알아 둘 점
ask 더 궁금하신 점
ask 미리 답해 드리는 질문
contact {store} 연락처와 위치
bring {store}에 오시기 전에 이런 것을 한 번 [봐|확인해] <please>
bring 나서기 전에 {store} 일정과 함께 아래를 [봐|확인해] <please>
contact {store}에 확인하시려면
[closing]
known {store}^으로 오실 때 필요한 내용을 아래에 [모아|적어] <두었어요/두었습니다>
known {store} 정보는 아래와 <같아요/같습니다>
known {store}에 연락하거나 오실 때 아래 내용을 [봐|확인해] <please>
unknown {store}에 궁금한 점은 이 글에 댓글로 남겨 <please>
unknown 더 궁금하신 것은 댓글로 남겨 주시면 {store}에서 [보는 대로|확인하고] 답을 <드릴게요/드리겠습니다>
phone {store} 전화를 바로 받지 못하면 [문자를|문자 한 통을] 남겨 <please>
phone 전화가 편하신 분은 {phone}^으로 연락해 <please>
address 출발하시기 전에 지도에서 {store}^을 [검색해|찾아] 보시면 길 찾기가 <쉬워요/쉽습니다>
address 오시다가 길이 헷갈리면 {store}에 [바로|편하게] 물어봐 <please>
thank {store} 글을 끝까지 읽어 주셔서 [정말|진심으로] <고맙습니다/감사드립니다>
thank {store} 글을 [읽어|봐] 주셔서 <고맙습니다/감사합니다>
thank {store}에 [관심을 가져|마음을 써] 주셔서 <고마워요/감사합니다>
bye 그럼 {store}에서 [반갑게|웃으며] <뵐게요/뵙겠습니다>
bye {store}에서 <기다릴게요/기다리겠습니다>
bye 편하실 때 {store}에서 <만나요/뵙겠습니다>
spread 필요하신 분이 주변에 계시면 {store} 글을 [보여|보내] 주셔도 <좋아요/좋습니다>
spread 해당되는 분이 가까이에 계시면 {store} 이야기를 [전해|알려] <please>
spread 딱 맞는 이야기가 아니어도 궁금하시면 {store}에 편하게 말씀해 <please>
spread {store} 다음 소식도 [이 블로그에|여기에] 올려 <둘게요/두겠습니다>
more {store}에 오시는 날 [바뀐|달라진] 것이 없는지 한 번 더 확인해 <please>
more {store}에 같이 오실 분이 있으면 [이 글을|이 내용을|이 안내를] 보내 <please>
more 차를 가져오실 분은 세울 곳이 있는지 {store}에 [오시기 전에|미리|먼저] 물어봐 <please>
more [아이와 함께|유모차와 함께|몸이 불편하신 분과] 오실 때는 {store}에 [미리|먼저] 말씀해 <please>
more 문 닫는 시간 가까이에 오실 분은 {store}에 [먼저|미리|꼭] 연락해 <please>
more [결제 방법이 궁금하시면|현금영수증이 필요하시면|영수증이 필요하시면] {store}에서 [계산하실 때|계산하시기
  전에] 말씀해 <please>
more 사람이 적은 시간에 오고 싶으시면 {store}에 [미리|먼저] 물어봐 <please>
more {store}에 처음 오시는 분은 [모르는 것을|궁금한 것을] 편하게 물어봐 <please>
[facts]
car {store}에 차를 가져가도 되나요? :: 세울 곳 사정이 [그때그때|시간마다] 달라서 {store}에 [먼저|미리] {ask}
  <please>
pay {store}에서 상품권이나 지역화폐를 쓸 수 있나요? :: 쓸 수 있는 것이 [다를|정해져 있을] 수 있으니 {store}에서
  계산하시기 전에 [말씀해|물어봐|보여] <please>
hours {store}, 몇 시에 여나요? :: {hours_told}<^이에요/입니다>
address {store}, 어디에 있나요? :: {address}<^이에요/입니다>
until {it}, 기간은 언제까지인가요? :: {until}<^이에요/입니다>
since {it}, 언제부터인가요? :: {since}<^이에요/입니다>
""")
"""Per article its headings ("hiring" is a people's article of its own) and ``bring``, which stands before nouns."""

USES: Mapping[str, str] = {"eat": "주문", "shop": "구입", "care": "예약", "body": "등록", "learn": "등록",
                           "trust": "문의"}
"""What one does first at a shop of the family."""
OWN_USES: Mapping[str, str] = {"event": "참여", "apply": "신청", "booking": "예약"}
"""The same where the occasion says it."""
NAMED: Mapping[str, str] = {
    "discount": "이번 {deal}", "benefit": "이번 혜택", "event": "이번 행사", "booking": "방문",
    "apply": "이번 모집", "people": "새 식구", "hiring": "이번 모집", "hours_changed": "새 시간", "moved": "새 자리",
}
"""What an occasion is called where the brief names nothing; else nothing: rows that name it are left out."""
