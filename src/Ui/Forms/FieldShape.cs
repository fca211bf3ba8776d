namespace Anmin.Ui.Forms;

/// <summary>What a field asks for; begin with a ready one and change it with <c>with</c> or <see cref="AsOptional"/>.</summary>
/// <param name="Kind">Which control.</param>
/// <param name="Width">As wide as the expected answer.</param>
public sealed record FieldShape(FieldKind Kind, FieldWidth Width)
{
    public static readonly FieldShape Text = new(FieldKind.Text, FieldWidth.Line);
    // sixty characters by our count; a browser counts those beyond the first plane twice
    public static readonly FieldShape Name = new(FieldKind.Text, FieldWidth.Name) { AutoComplete = "off", MaxLength = 120 };
    public static readonly FieldShape OwnName = Name with { AutoComplete = "name" };
    public static readonly FieldShape Phone = new(FieldKind.Tel, FieldWidth.Phone) { AutoComplete = "tel", InputMode = "numeric" };
    public static readonly FieldShape IdCard = new(FieldKind.Text, FieldWidth.IdCard) { Capitals = true };
    public static readonly FieldShape Code = new(FieldKind.Text, FieldWidth.Code) { Capitals = true };
    public static readonly FieldShape OneTimeCode = new(FieldKind.Text, FieldWidth.Short) { AutoComplete = "one-time-code", InputMode = "numeric", MaxLength = 6 };
    public static readonly FieldShape Number = new(FieldKind.Text, FieldWidth.Short) { InputMode = "numeric" };
    public static readonly FieldShape Money = new(FieldKind.Text, FieldWidth.Short) { InputMode = "decimal", Unit = "元" };
    public static readonly FieldShape Date = new(FieldKind.Date, FieldWidth.Date);
    public static readonly FieldShape DateTime = new(FieldKind.Text, FieldWidth.Code);
    public static readonly FieldShape Password = new(FieldKind.Password, FieldWidth.Phone) { AutoComplete = "current-password" };
    public static readonly FieldShape Check = new(FieldKind.Check, FieldWidth.Full);
    public static readonly FieldShape File = new(FieldKind.File, FieldWidth.Full);
    public static readonly FieldShape Hidden = new(FieldKind.Hidden, FieldWidth.Full);

    public static FieldShape Area(int rows = 3) => new(FieldKind.Area, FieldWidth.Full) { Rows = rows };

    public static FieldShape Select(IReadOnlyList<Choice> choices) => new(FieldKind.Select, FieldWidth.Code) { Choices = choices };

    public static FieldShape Radio(IReadOnlyList<Choice> choices) => new(FieldKind.Radio, FieldWidth.Full) { Choices = choices };

    /// <summary>Marked 选填; there is no mark for required.</summary>
    public bool Optional { get; init; }

    public string? AutoComplete { get; init; }

    public string? InputMode { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Written after the control: 元, 人, 公里.</summary>
    public string? Unit { get; init; }

    /// <summary>What a file field takes, as the html attribute says it.</summary>
    public string? Accept { get; init; }

    public int? MaxLength { get; init; }

    public int Rows { get; init; } = 3;

    /// <summary>Letters become capitals on phone keyboards; no spelling marks.</summary>
    public bool Capitals { get; init; }

    public bool ReadOnly { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public FieldShape AsOptional() => this with { Optional = true };
}

public enum FieldKind
{
    Text,
    Tel,
    /// <summary>Typed, so that every way of writing a date is read by the kernel.</summary>
    Date,
    /// <summary>The browser's own calendar.</summary>
    DatePicker,
    Password,
    Area,
    Select,
    Radio,
    Check,
    File,
    Hidden,
}

public enum FieldWidth
{
    /// <summary>6 characters.</summary>
    Short,
    /// <summary>10.</summary>
    Name,
    /// <summary>11 digits.</summary>
    Phone,
    /// <summary>12.</summary>
    Date,
    /// <summary>14.</summary>
    Code,
    /// <summary>18 characters of an ID card.</summary>
    IdCard,
    /// <summary>24 characters.</summary>
    Line,
    Full,
}

/// <param name="Value">What is posted.</param>
/// <param name="Hint">One further line under a radio choice.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
