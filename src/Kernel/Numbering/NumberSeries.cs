namespace Anmin.Kernel.Numbering;

/// <summary>How far one series has got.</summary>
public sealed class NumberSeries
{
    public required string Series { get; init; }

    public long Next { get; set; }
}

/// <summary>How the numbers of one kind look; from the city pack.</summary>
public sealed class NumberFormat
{
    public required string Kind { get; init; }

    /// <summary>Literal text with <c>{prefix} {home} {yy} {yyyy} {yyyyMMdd} {seq:6} {check}</c>.</summary>
    public required string Format { get; set; }

    /// <summary>How many numbers one device may take ahead; 1 means no gaps.</summary>
    public int Block { get; set; } = 1;

    /// <summary><c>iso7064-37-36</c>, or empty.</summary>
    public string Check { get; set; } = "";
}
