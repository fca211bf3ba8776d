using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Anmin.Identity.HeldForms;

/// <summary>What of a sent form is kept: every text but tokens and secrets. Files are not; their fields are named, so that the page can say so.</summary>
internal static class HeldContent
{
    /// <summary>Names of the file fields that were filled.</summary>
    public const string Files = "_files";

    private static readonly string[] Secret = ["password", "onetime", "otp"];

    public static Dictionary<string, string[]> Of(IFormCollection form)
    {
        var fields = form.Where(f => f.Key is not LaterButton.Name and not FormPage.ByField && !f.Key.StartsWith("__", StringComparison.Ordinal) && !Array.Exists(Secret, s => f.Key.Contains(s, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal);
        // of the handler and the key alone nobody typed anything
        if (fields.Keys.All(k => k is "_handler" or FormPage.KeyField)) return [];
        if (form.Files.Any(f => f.Length > 0)) fields[Files] = [.. form.Files.Where(f => f.Length > 0).Select(f => f.Name).Distinct()];
        return fields;
    }

    public static FormCollection FormOf(IReadOnlyDictionary<string, string[]> fields) => new(fields.Where(f => f.Key != Files).ToDictionary(f => f.Key, f => new StringValues(f.Value), StringComparer.Ordinal));

    public static string PathOf(string page) => page.Split('?')[0];
}
