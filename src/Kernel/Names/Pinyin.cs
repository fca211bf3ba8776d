using System.Collections.Frozen;
using System.Text;

namespace Anmin.Kernel.Names;

/// <summary>
/// Toneless pinyin of names, ü written v as on keyboards. Table of 20 857 characters from pinyin-pro (MIT, see NOTICE), read once
/// on first use, about 1 MB. Safe for many threads. A character outside the table (Extensions A–I) has no reading.
/// </summary>
public static class Pinyin
{
    // family names whose reading is not the usual one of the character, the common ones
    private static readonly FrozenDictionary<char, string> Families =
        ("单shan 曾zeng 解xie 仇qiu 查zha 盖ge 区ou 朴piao 乐yue 尉wei 翟zhai 缪miao 宓mi 冼xian 种chong 员yun " +
        "召shao 覃qin 晁chao 逄pang 繁po 折she 黑he 秘bi 佴nai 那na 洗xian 句gou 牟mou 祭zhai 纪ji 葛ge 长zhang")
        .Split(' ').ToFrozenDictionary(entry => entry[0], entry => entry[1..]);

    /// <summary>All readings of a character, the most usual first; empty when it has none.</summary>
    public static IReadOnlyList<string> Readings(Rune character) => PinyinTable.Of(character.Value).Readings;

    /// <summary>
    /// One syllable per Chinese character, Latin words lower case as they are: 张桂兰 → zhang gui lan, John Smith → john smith.
    /// The first character takes its reading as a family name: 单 shan, 曾 zeng. A character without a reading stands for itself.
    /// </summary>
    public static IReadOnlyList<string> Syllables(string name)
    {
        var syllables = new List<string>(4);
        var word = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var readings = Readings(rune);
            if (readings.Count == 0 && Rune.IsLetter(rune) && rune.Value < 0x2000)
            {
                word.Append(Plain(rune));
                continue;
            }
            Flush(word, syllables);
            if (readings.Count > 0) syllables.Add(syllables.Count == 0 && name.Length > 1 ? FamilyReading(rune, readings[0]) : readings[0]);
            else if (Rune.IsLetter(rune)) syllables.Add(rune.ToString());
        }
        Flush(word, syllables);
        return syllables;
    }

    /// <summary>First letters for quick search: 张桂兰 → zgl, John Smith → js. Characters without a reading are left out.</summary>
    public static string Initials(string name)
    {
        var initials = new StringBuilder(4);
        foreach (var syllable in Syllables(name))
        {
            if (char.IsAsciiLetterLower(syllable[0])) initials.Append(syllable[0]);
        }
        return initials.ToString();
    }

    private static void Flush(StringBuilder word, List<string> syllables)
    {
        if (word.Length > 0) syllables.Add(word.ToString());
        word.Clear();
    }

    // é and É are both found under e
    private static char Plain(Rune rune) => char.ToLowerInvariant(rune.ToString().Normalize(NormalizationForm.FormD)[0]);

    private static string FamilyReading(Rune first, string usual) =>
        first.IsBmp && Families.TryGetValue((char)first.Value, out var reading) ? reading : usual;
}
