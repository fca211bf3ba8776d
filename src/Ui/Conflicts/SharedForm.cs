using System.Text.Json;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Conflicts;

/// <summary>One field that others may be changing at the same time.</summary>
/// <param name="Name">Of the form field.</param>
/// <param name="Now">What stands in the database as the page is drawn, written as the field writes it.</param>
public sealed record SharedField(string Name, string Label, string? Now);

/// <summary>A field that was changed by somebody else since the form was opened, and is sent with another text.</summary>
/// <param name="Seen">What it was when the form was opened.</param>
public sealed record Clash(string Label, string Seen, string Mine, string Now);

/// <summary>
/// Two windows with one form: what was seen when it was opened travels with it, so that an older window is told before it writes over newer values.
/// Pages make it from what they just read, put <c>&lt;SharedFields Of="…" /&gt;</c> into the form and ask <see cref="Problem"/> before they submit.
/// </summary>
public sealed class SharedForm
{
    public const string SeenField = "_seen";

    private readonly string? posted;

    private SharedForm(IReadOnlyList<SharedField> fields, IFormCollection? form, string? by, DateTimeOffset? at)
    {
        (By, At) = (by, at);
        posted = form?[SeenField].ToString() is { Length: > 0 } text ? text : null;
        Clashes = form is not null && Read(posted) is { } seen ? Find(fields, seen, name => form[name].ToString()) : [];
        Seen = posted is not null && Clashes.Count == 0 ? posted : JsonSerializer.Serialize(fields.ToDictionary(f => f.Name, f => Text(f.Now)));
    }

    public string? By { get; }

    public DateTimeOffset? At { get; }

    public IReadOnlyList<Clash> Clashes { get; }

    /// <summary>What goes with the form: once the difference was shown, the next press has seen it.</summary>
    public string Seen { get; }

    /// <summary>Null where nothing newer would be written over.</summary>
    public Problem? Problem => Clashes.Count == 0 ? null : KernelProblems.Changed with { Message = $"这份资料在您打开以后改过{Clashes.Count}处。请看下面两边的内容，再定用哪一个。" };

    /// <param name="by">Who changed it last; null where it is not known.</param>
    public static SharedForm Of(HttpContext http, IReadOnlyList<SharedField> fields, string? by = null, DateTimeOffset? at = null)
        => new(fields, http.Request.HasFormContentType ? http.Request.Form : null, by, at);

    /// <summary>Changed since it was seen, and not to what is being sent.</summary>
    public static IReadOnlyList<Clash> Find(IReadOnlyList<SharedField> fields, IReadOnlyDictionary<string, string> seen, Func<string, string?> mine)
        => [.. fields.Select(f => new Clash(f.Label, Text(seen.GetValueOrDefault(f.Name)), Text(mine(f.Name)), Text(f.Now))).Where(c => c.Now != c.Seen && c.Now != c.Mine)];

    private static Dictionary<string, string>? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(string? value) => value?.Trim().ReplaceLineEndings("\n") ?? "";
}
