namespace Anmin.Kernel.Settings;

public enum SettingKind
{
    Number,
    Switch,
    Text,
}

/// <summary>
/// 参数: one thing an administrator may turn while the system runs, declared by the module that reads it. What differs by place
/// and day of the law is a rule of the pack, not a setting.
/// </summary>
/// <param name="Key"><c>module.subject.what</c>, stable.</param>
/// <param name="Label">What the page 参数 shows.</param>
/// <param name="Default">In force until somebody sets it.</param>
/// <param name="Unit">After the number, e.g. 分钟.</param>
public sealed record Setting(string Key, string Label, SettingKind Kind, string Default, long Least = 0, long Most = long.MaxValue, string Unit = "")
{
    /// <summary>One sentence on what turning it does.</summary>
    public string Hint { get; init; } = "";

    public static Setting Number(string key, string label, long standard, long least, long most, string unit)
        => new(key, label, SettingKind.Number, standard.ToString(System.Globalization.CultureInfo.InvariantCulture), least, most, unit);

    public static Setting Switch(string key, string label, bool standard) => new(key, label, SettingKind.Switch, standard ? "true" : "false");

    public static Setting Text(string key, string label, string standard, int most = 200) => new(key, label, SettingKind.Text, standard, 0, most);
}

/// <summary>What somebody has set.</summary>
public sealed class SettingValue
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    public required string ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
