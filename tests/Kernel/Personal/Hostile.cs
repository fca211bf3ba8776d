using FsCheck;
using FsCheck.Fluent;

namespace Anmin.Kernel.Tests.Personal;

/// <summary>Text as people, machines and attackers send it: mostly fragments that nearly parse, spoiled with the worst characters.</summary>
internal static class Hostile
{
    private static readonly string[] Fragments =
    [
        "1", "3", "0", "9", "32", "321302", "19490101", "11010519491231002X", "x", "X", "E", "+86", "0086", "0527", "-", "－", " ", "　", "(", "（", "转",
        "１", "９", "年", "月", "日", "农历", "闰", "初三", "十月", "腊月", "廿", "2026", "11", "22", "/", ":", "05:40", "今天", "丙午年", "时", "分",
        "周", "桂兰", "·", "•", "．", ".", "𠮷", "\uD842", "\uDFB7", "\uD800", "\u200B", "\u202E", "\uFEFF", "\u0000", "\n", "\t", "<b>", "&", "'", "é", "e\u0301",
        "\u0301", "\uFE0F", "👨‍👩‍👧", "\uE000", "\uFFFF", "٣", "४", "Ａ", "a", "Z", "*", "＊", "∕", "²", "㈱", "ﬁ", "İ", "ß", "\u115F", "\U000E0041",
    ];

    public static Arbitrary<string> Text { get; } = Gen.Frequency(
        (8, Gen.Elements(Fragments).ListOf().Select(string.Concat)),
        (2, Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(chars => new string(chars))),
        (1, Gen.Elements(Fragments).Select(fragment => string.Concat(Enumerable.Repeat(fragment, 900))))).ToArbitrary();

    /// <summary>Holds for ten thousand inputs, or throws with the smallest that breaks it.</summary>
    public static void Always(Func<string, bool> property) =>
        Prop.ForAll(Text, property).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
}
