using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Anmin.Host.Commands;

/// <summary>Lines for people, or one JSON document for scripts; never both.</summary>
internal sealed class Printer(TextWriter output, bool json)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public bool Json => json;

    /// <summary>For people only.</summary>
    public void Line(string text)
    {
        if (json) return;
        output.WriteLine(text);
        output.Flush();
    }

    /// <summary>For scripts only, once a run.</summary>
    public void Document(object value)
    {
        if (!json) return;
        output.WriteLine(JsonSerializer.Serialize(value, Options));
        output.Flush();
    }
}
