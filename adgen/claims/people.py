"""Rules about who recommends, what was surveyed, and proofs that are named."""

from .base import FOOD, ORGANIC, PROOF, RECOMMEND, Rule

_WHO = (r"(?:의사|약사|한의사|전문의|교수|박사|피부과|영양사|연예인|유명인|아이돌|셰프|인플루언서|변호사|배우"
        r"|가수|개그맨|방송인|모델"
        r"|아나운서|국가대표|운동선수|유튜버|요리사|수의사)")

PEOPLE: tuple[Rule, ...] = (
    Rule("virtual_person", RECOMMEND, "warn",
         r"(?:AI|에이아이|인공지능|가상)\s*(?:손님|고객|트레이너|의사|모델|셰프|요리사|상담사|디자이너|점장|직원"
         r"|인플루언서|캐릭터)"
         r"[^.!?\n]{0,16}(?:추천|써\s*보|먹어\s*보|마셔\s*보|후기|극찬|인정|보증)[가-힣]*",
         "AI로 만든 인물의 추천은 가상 인물이라고 분명히 밝혀야 하고, 겪은 일처럼 쓰면 안 돼요.",
         "A virtual person's recommendation must be marked as such and must not claim experience."),
    Rule("expert", RECOMMEND, "warn",
         rf"{_WHO}(?:님|들|진)?\s*(?:[가-힣]{{2,4}}\s*)?(?:님)?(?:이|가|도|께서|의)?\s*(?:직접\s*)?"
         r"(?:추천|인정|선택|극찬|보증|반한|반했|찾는|다녀간|애용)[가-힣]*"
         r"|[가-힣]{2,5}(?:도|이|가)\s*(?:인정|극찬|감탄)한(?![가-힣])|[가-힣]{2,5}도\s*반한(?![가-힣])",
         "실제로 추천한 사람이 있어야 하고, 대가가 있으면 밝혀야 해요. AI로 만든 인물이면 가상 인물이라고 표시해요.",
         "A real person must have recommended it; disclose payment, and mark virtual people.",
         unless=r"(?:손님|고객|아이|아기|사장|직원|가족|엄마|아빠|할머니|어머니|아버지|남편|아내|친구|이웃|주인"
                r"|누구|강아지|고양이|학생|어른|스스로)"
              r"[가-힣]{0,3}\s*(?:인정|극찬|감탄|반)", provable=True),
    Rule("satisfaction", PROOF, "warn",
         r"(?:고객|손님|회원|이용자)?\s?(?:만족도|(?:재방문|재구매|추천|적중|합격|성공|취업|완치|개선|생존"
         r"|성공)[율률])\s*(?:가|는|이"
         r"|은)?\s*(?:무려\s*)?(?:\d+(?:\.\d+)?\s*%|1\s*위)|(?:고객|손님|회원)(?:님)?\s*(?:\d+\s*%|열에\s*아홉|모두"
         r"|전원)[가-힣]*\s*(?:만족|추천|재방문)[가-힣]*|별점\s*(?:5|만점|4\.9)[가-힣\d.]*",
         "조사한 기관·기간·인원을 함께 적어야 해요.", "State who surveyed whom, and when.", provable=True),
    Rule("invented_review", RECOMMEND, "note", r"(?:손님|고객)(?:님)?(?:들)?(?:이|께서|의)\s*(?:극찬|인정|입소문"
         r"|칭찬|후기)[가-힣]*|입소문(?:난|이\s*난)?|소문난",
         "실제 후기가 있을 때만 써 주세요.", "Only with real reviews."),
    Rule("award", PROOF, "note", r"특허\s*(?:받은|출원|등록)?|수상(?:한|작|경력)?(?!\s*(?:스키|레저|보트|안전|택시"
         r"|가옥|해))|인증\s*(?:받은|업체|마크)|미슐랭|미쉐린|블루리본|방송\s*(?:출연|에\s*나온)|TV에\s*나온",
         "받은 곳과 날짜를 함께 적어 주세요.", "State who gave it, and when.", provable=True),
    Rule("organic", ORGANIC, "note", r"유기농|무농약|친환경|무항생제",
         "인증을 받았을 때만 쓸 수 있어요. 인증번호를 확인해 주세요.", "Only with a certificate."),
    Rule("natural", FOOD, "warn", r"100\s*%\s*(?:천연|자연산|유기농)[가-힣]*|천연\s*100\s*%|무첨가|무방부제"
         r"|화학\s*(?:성분|조미료)\s*(?:0|제로|전혀\s*없)[가-힣]*",
         "모든 성분이 사실일 때만 쓸 수 있고, 근거를 갖춰 두어야 해요.",
         "Only when true of every ingredient, with proof.", provable=True),
)
