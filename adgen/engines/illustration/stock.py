"""What each trade keeps at hand: one-colour shapes, further drawings, and what floats in its air."""

SHAPES: dict[str, tuple[str, ...]] = {
    "cafe": ("coffee", "coffee-bean", "cake"),
    "restaurant": ("bowl-steam", "cooking-pot", "fork-knife"),
    "chicken": ("beer-stein", "beer-bottle", "pint-glass"),
    "bakery": ("bread", "cookie", "cake"),
    "hair": ("scissors", "hair-dryer"),
    "flower": ("flower-tulip", "flower", "flower-lotus"),
    "gym": ("barbell", "person-simple-run", "lightning"),
    "clothing": ("dress", "coat-hanger", "t-shirt"),
    "general": ("storefront", "shopping-bag-open", "gift"),
    "nail": ("hand", "sparkle", "diamond"),
    "skin": ("flower-lotus", "drop", "hand-heart"),
    "pub": ("beer-stein", "pint-glass", "moon-stars"),
    "snack": ("bowl-steam", "fork-knife", "fire-simple"),
    "dessert": ("ice-cream", "cake", "cookie"),
    "grocery": ("carrot", "orange", "fish-simple"),
    "pet": ("paw-print", "dog", "cat"),
    "academy": ("pencil-ruler", "book-open", "student"),
    "laundry": ("washing-machine", "t-shirt", "shirt-folded"),
    "yoga": ("flower-lotus", "person-simple-tai-chi", "leaf"),
    "car": ("car-profile", "tire", "wrench"),
    "photo": ("camera", "aperture", "image"),
    "stationery": ("pencil-simple", "notebook", "pen-nib"),
    "realestate": ("house-line", "key", "buildings"),
}
"""One-colour shapes of a trade, for a description that names nothing."""
MORE: dict[str, tuple[str, ...]] = {
    "cafe": ("cup-with-straw", "cookie", "doughnut", "shortcake"),
    "restaurant": ("leafy-green", "egg", "garlic", "dumpling"),
    "chicken": ("hot-pepper", "french-fries", "popcorn", "hamburger"),
    "bakery": ("doughnut", "cookie", "butter", "glass-of-milk"),
    "hair": ("hair-dryer", "comb", "mirror", "lotion-bottle"),
    "flower": ("hibiscus", "sunflower", "potted-plant", "hyacinth"),
    "gym": ("dumbbell", "kettlebell", "running-shoe", "boxing-glove", "trophy"),
    "clothing": ("clothes-hanger", "jeans", "high-heeled-shoe", "sunglasses", "scarf"),
    "general": ("balloon", "potted-plant", "heart-with-ribbon", "star"),
    "nail": ("gem-stone", "lipstick", "mirror", "ribbon"),
    "skin": ("cucumber", "soap", "mirror", "droplet"),
    "pub": ("oden", "tumbler-glass", "squid", "clinking-beer-mugs", "fried-shrimp"),
    "snack": ("egg", "dumpling", "hot-dog", "hot-pepper"),
    "dessert": ("waffle", "strawberry", "doughnut", "custard", "cherries"),
    "grocery": ("grapes", "leafy-green", "fish", "carrot", "tangerine", "tomato"),
    "pet": ("bone", "rabbit", "soap", "paw-prints", "hamster"),
    "academy": ("exam-set", "light-bulb", "globe-showing-asia-australia", "triangular-ruler"),
    "laundry": ("t-shirt", "soap", "clothes-hanger", "dress", "bubbles"),
    "yoga": ("potted-plant", "teapot", "droplet", "running-shirt"),
    "car": ("bucket", "sponge", "toolbox", "sport-utility-vehicle", "bubbles"),
    "photo": ("film-frames", "light-bulb", "movie-camera", "potted-plant"),
    "stationery": ("scissors", "spiral-notepad", "love-letter", "paintbrush", "wrapped-gift"),
    "realestate": ("couch-and-lamp", "potted-plant", "magnifying-glass-tilted-left", "handshake", "door"),
}
"""What else a trade keeps at hand, beside the icons of the table of trades."""
SPRINKLES = {"flower": "petal", "general": "confetti", "dessert": "confetti", "pet": "heart", "laundry": "bubble",
             "car": "bubble", "yoga": "leaf", "stationery": "confetti"}
"""What floats without a season; everywhere else sparks."""
FLAT = frozenset({"maple-leaf", "fallen-leaf", "sparkles", "droplet", "cherry-blossom", "crescent-moon", "sun",
                  "two-hearts", "butterfly", "chopsticks", "paw-prints", "bubbles", "ribbon",
                  "cheongsa-lantern", "red-paper-lantern", "four-leaf-clover", "handshake", "musical-notes",
                  "clothes-hanger"})
"""Drawings that float or hang: they never stand on a surface."""
EATEN = frozenset({"chestnut"})
"""Drawings of a season that look lost in a shop that sells no food."""
