using System.Text.Json;
using System.Text.Json.Serialization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// JSON of a personal value: read clear from a request, written masked in every reply and log. A refused value throws
/// <see cref="JsonException"/> whose message is the Chinese sentence and never repeats what was sent.
/// </summary>
public abstract class PersonalJson<T>(Func<string?, Outcome<T>> parse, Func<T, string> print) : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Accept(parse(PersonalJsonText.Of(ref reader)))
            : throw new JsonException("这里应是一段文字，请用引号写出");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(print(value));

    internal static T Accept(Outcome<T> outcome) =>
        outcome.Try(out var value, out var problem) ? value : throw new JsonException(problem.Message);
}

/// <summary>The name is written clear: names stay searchable.</summary>
public sealed class PersonNameJson() : PersonalJson<PersonName>(PersonName.Parse, name => name.Text);

public sealed class PhoneNumberJson() : PersonalJson<PhoneNumber>(PhoneNumber.Parse, phone => phone.Masked);

public sealed class SensitiveTextJson() : PersonalJson<SensitiveText>(text => SensitiveText.Parse(text), _ => SensitiveText.Mask);

internal static class PersonalJsonText
{
    /// <summary>The reader itself throws another exception on a lone surrogate escape; one kind of refusal is enough.</summary>
    public static string? Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("内容里有一个残缺的字，请删去后重新输入");
        }
    }
}
