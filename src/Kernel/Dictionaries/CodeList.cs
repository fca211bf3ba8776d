namespace Anmin.Kernel.Dictionaries;

/// <summary>字典: a list people choose from, declared by the module that reads it. Codes are the program's or the pack's; words and order may be a city's.</summary>
/// <param name="Key"><c>module.subject</c>, stable.</param>
/// <param name="Label">What the page 字典 calls it.</param>
/// <param name="Standard">The program's own entries, in order; empty where the pack brings them.</param>
public sealed record CodeList(string Key, string Label, IReadOnlyList<CodeItem> Standard)
{
    /// <summary>True when a pack may bring further codes; false where the program knows every code.</summary>
    public bool Open { get; init; }

    /// <summary>True when an administrator may change word, order, or take an entry out of the choice; false where a law or a form fixes them.</summary>
    public bool Editable { get; init; }

    /// <summary>One sentence on where it is chosen.</summary>
    public string Hint { get; init; } = "";

    public static CodeList Of<TEnum>(string key, string label, Func<TEnum, string> word) where TEnum : struct, Enum
        => new(key, label, [.. Enum.GetValues<TEnum>().Select(v => new CodeItem(v.ToString(), word(v)))]);
}

public sealed record CodeItem(string Code, string Label);

/// <summary>An entry as a pack's dictionary.csv brings it.</summary>
public sealed class DictionaryItem
{
    public required string List { get; init; }

    public required string Code { get; init; }

    public required string Label { get; set; }

    public int Order { get; set; }
}

/// <summary>What an administrator made of an entry; survives a new pack.</summary>
public sealed class DictionaryChoice
{
    public required string List { get; init; }

    public required string Code { get; init; }

    /// <summary>Null leaves the standard word.</summary>
    public string? Label { get; set; }

    public int? Order { get; set; }

    /// <summary>No longer offered; old records keep their word.</summary>
    public bool Disabled { get; set; }

    public required string ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
