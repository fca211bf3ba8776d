using System.Text.Json;
using System.Text.Json.Serialization;

namespace Anmin.Kernel.Packs;

/// <summary>pack.json: who this city is.</summary>
public sealed record PackProfile(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("division")] string Division)
{
    /// <summary>The pack loaded before this one, by folder name beside it.</summary>
    [JsonPropertyName("base")] public string? Base { get; init; }

    [JsonPropertyName("bureau")] public string Bureau { get; init; } = "";

    [JsonPropertyName("city")] public string City { get; init; } = "";

    [JsonPropertyName("hotline")] public string Hotline { get; init; } = "";

    [JsonPropertyName("hotline_note")] public string HotlineNote { get; init; } = "";

    [JsonPropertyName("case_prefix")] public string CasePrefix { get; init; } = "";

    [JsonPropertyName("time_zone")] public string TimeZone { get; init; } = "Asia/Shanghai";

    public static PackProfile Read(string json) => JsonSerializer.Deserialize<PackProfile>(json) ?? throw new InvalidDataException("pack.json is empty");
}
