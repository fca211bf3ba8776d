using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Anmin.Kernel.Personal;

/// <summary>
/// Reads <c>"3213…"</c> (a citizen number) or <c>{"type":3,"number":"E12345678"}</c>, where the type is the national code or its
/// Chinese label. Writes <c>{"type":1,"label":"身份证","number":"3213**********4526"}</c>: masked, always.
/// Divisions are not checked here but by the use case, which knows the table.
/// </summary>
/// <param name="clock">Says today; births after it are refused. The country has one time zone, UTC+8.</param>
public sealed class IdNumberJson(TimeProvider clock) : JsonConverter<IdNumber>
{
    public IdNumberJson() : this(TimeProvider.System) { }

    public override IdNumber? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (type, number) = reader.TokenType switch
        {
            JsonTokenType.String => (IdType.IdCard, PersonalJsonText.Of(ref reader)),
            JsonTokenType.StartObject => ReadObject(ref reader),
            _ => throw new JsonException("证件号码应写成一段文字，或写成类型和号码两项"),
        };
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        return PersonalJson<IdNumber>.Accept(IdNumber.Parse(type, number, today));
    }

    public override void Write(Utf8JsonWriter writer, IdNumber value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type", (int)value.Type);
        writer.WriteString("label", value.Type.Label());
        writer.WriteString("number", value.IsKnown ? value.Masked : null);
        writer.WriteEndObject();
    }

    private static (IdType Type, string? Number) ReadObject(ref Utf8JsonReader reader)
    {
        var (type, number) = (IdType.Unknown, (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type");
            var isNumber = reader.ValueTextEquals("number");
            reader.Read();
            if (isType) type = ReadType(ref reader);
            else if (!isNumber) reader.Skip();
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null) number = PersonalJsonText.Of(ref reader);
            else throw new JsonException("证件号码应是一段文字，请用引号写出");
        }
        return (type, number);
    }

    private static IdType ReadType(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var code) && Enum.IsDefined((IdType)code)) return (IdType)code;
        var text = reader.TokenType == JsonTokenType.String ? PersonalJsonText.Of(ref reader) : null;
        foreach (var type in Enum.GetValues<IdType>())
        {
            if (text == type.Label() || text == ((int)type).ToString(CultureInfo.InvariantCulture)) return type;
        }
        throw new JsonException("没有这种证件类型，请用国家代码或名称");
    }
}
