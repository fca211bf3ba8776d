using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration.Parameters;

/// <summary>
/// Every parameter of every module, parted by who may turn it: what decides how people get in and how long traces are kept is the
/// security administrator's, the rest the system administrator's.
/// </summary>
internal sealed class SettingDesk(AnminDb db, ModelParts parts, SettingBook book, AdminChanges changes, CurrentActor current, CommandContext context, Reading reading, TimeProvider clock)
{
    private const string Kind = "setting";
    private static readonly string[] OfSystem = ["identity.health.", "identity.portal."];

    /// <param name="Value">In force, in words.</param>
    /// <param name="Raw">In force, as the form holds it.</param>
    public sealed record Row(Setting Setting, string Value, string Raw, string Standard, string? ChangedBy, DateTimeOffset? ChangedAt);

    public sealed record Listing(IReadOnlyList<Row> Rows, IReadOnlyList<ChangeLine> History);

    public static bool IsOfSecurity(Setting setting)
        => setting.Key.StartsWith("identity.", StringComparison.Ordinal) && !OfSystem.Any(p => setting.Key.StartsWith(p, StringComparison.Ordinal));

    public async Task<Listing> ListAsync(bool security, CancellationToken ct)
    {
        var mine = Declared(security).ToList();
        var set = await db.Set<SettingValue>().AsNoTracking().ToDictionaryAsync(s => s.Key, ct);
        var rows = mine.Select(s => new Row(s, InWords(s, Current(s)), Current(s), InWords(s, s.Default), set.GetValueOrDefault(s.Key)?.ChangedBy, set.GetValueOrDefault(s.Key)?.ChangedAt)).ToList();
        return new(rows, await changes.LatestAsync(Kind, [.. mine.Select(s => s.Key)], ct));
    }

    /// <param name="value">Null puts the standard back.</param>
    public async Task<Outcome<Done>> ChangeAsync(bool security, string key, string? value, string reason, CancellationToken ct)
    {
        if (Declared(security).FirstOrDefault(s => s.Key == key) is not { } setting) return KernelProblems.NotFound;
        var why = reading.Text(reason, "Reason", "修改原因");
        if (why is { Length: < 4 }) reading.Refuse(IdentityProblems.WhyTooShort);
        var next = value is null ? setting.Default : Read(setting, value);
        if (reading.Problem is { } bad) return bad;
        var before = Current(setting);
        if (next == before) return IdentityProblems.SettingSame(setting.Label);
        var row = await db.Set<SettingValue>().FindAsync([key], ct);
        if (value is null && row is not null) db.Remove(row);
        else if (row is not null) (row.Value, row.ChangedBy, row.ChangedAt) = (next!, current.Actor.Name, clock.GetUtcNow());
        else db.Add(new SettingValue { Key = key, Value = next!, ChangedBy = current.Actor.Name, ChangedAt = clock.GetUtcNow() });
        changes.Note(Kind, key, InWords(setting, before), InWords(setting, next!), why!);
        context.ReferenceChanged();
        return Done.It;
    }

    public string NameOf(string key) => Declared().FirstOrDefault(s => s.Key == key)?.Label ?? key;

    private IEnumerable<Setting> Declared() => parts.Modules.SelectMany(m => m.Settings);

    private IEnumerable<Setting> Declared(bool security) => Declared().Where(s => IsOfSecurity(s) == security).OrderBy(s => s.Key, StringComparer.Ordinal);

    private string Current(Setting setting) => setting.Kind == SettingKind.Number ? book.Number(setting).ToString(CultureInfo.InvariantCulture) : book.Text(setting);

    private string? Read(Setting setting, string value)
    {
        switch (setting.Kind)
        {
            case SettingKind.Switch:
                return value == "true" ? "true" : "false";
            case SettingKind.Number when long.TryParse(value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= setting.Least && number <= setting.Most:
                return number.ToString(CultureInfo.InvariantCulture);
            case SettingKind.Number:
                reading.Refuse(IdentityProblems.SettingBounds(setting.Label, setting.Least, setting.Most, setting.Unit));
                return null;
            default:
                return reading.Text(value, "Value", setting.Label, (int)Math.Min(setting.Most, 1000));
        }
    }

    public static string InWords(Setting setting, string value) => setting.Kind switch
    {
        SettingKind.Switch => value == "true" ? "开" : "关",
        SettingKind.Number => $"{value}{(setting.Unit.Length > 0 ? " " + setting.Unit : "")}",
        _ => value.Length == 0 ? "（空）" : value,
    };
}
