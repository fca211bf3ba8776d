using System.Text.Encodings.Web;
using System.Text.Json;
using Anmin.Kernel.Personal;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Personal;

public sealed class PersonalJsonTests
{
    private sealed record Row(PersonName? Name, IdNumber? Id, PhoneNumber? Phone, SensitiveText? Address);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Sent = """{"Name":"周桂兰","Id":"11010519491231002x","Phone":"13812345521","Address":"幸福路12号"}""";

    [Fact]
    public void A_request_is_read_clear_and_a_reply_is_written_masked()
    {
        var row = JsonSerializer.Deserialize<Row>(Sent)!;
        row.Id!.Reveal().ShouldBe("11010519491231002X");
        var reply = JsonSerializer.Serialize(row, Readable);
        reply.ShouldBe("""{"Name":"周桂兰","Id":{"type":1,"label":"身份证","number":"1101**********002X"},"Phone":"138****5521","Address":"＊＊＊"}""");
    }

    [Theory]
    [InlineData("""{"type":3,"number":"E12345678"}""", IdType.Passport)]
    [InlineData("""{"number":"E12345678","extra":{"a":[1]},"type":"护照"}""", IdType.Passport)]
    [InlineData("""{"type":"3","number":"E12345678"}""", IdType.Passport)]
    [InlineData("""{"type":0,"number":null}""", IdType.Unknown)]
    [InlineData("""{"type":0}""", IdType.Unknown)]
    public void A_number_may_come_with_its_type(string json, IdType type) => JsonSerializer.Deserialize<IdNumber>(json)!.Type.ShouldBe(type);

    [Theory]
    [InlineData("\"110105194912310021\"")]
    [InlineData("""{"type":1,"number":"1101**********002X"}""")]
    [InlineData("""{"type":8,"number":"123456"}""")]
    [InlineData("""{"type":1,"number":5}""")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    public void A_refused_number_is_a_json_error_that_does_not_repeat_it(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<IdNumber>(json)).Message.ShouldNotContain("1101");

    [Fact]
    public void Unknown_survives_the_round_trip() =>
        JsonSerializer.Deserialize<IdNumber>(JsonSerializer.Serialize(IdNumber.Unknown)).ShouldBe(IdNumber.Unknown);

    [Fact]
    public void No_document_crashes_the_reader() => Hostile.Always(text =>
    {
        foreach (var json in new[] { text, $"\"{text}\"", $$"""{"type":{{text}},"number":"{{text}}"}""", $$"""{"Name":"{{text}}","Id":{},"Phone":"{{text}}"}""" })
        {
            try
            {
                JsonSerializer.Deserialize<IdNumber>(json);
                JsonSerializer.Deserialize<Row>(json);
            }
            catch (JsonException)
            {
                // a refusal, as promised
            }
            catch (ArgumentException) when (json.Any(char.IsSurrogate))
            {
                // System.Text.Json cannot turn ill-formed UTF-16 into UTF-8; a request arrives as bytes
            }
        }
        return true;
    });

    [Fact]
    public void No_public_property_that_a_logger_would_walk_prints_a_reply_clear() =>
        JsonSerializer.Serialize(new { Id = IdNumber.Parse(IdType.Passport, "E12345678", new DateOnly(2026, 1, 1)).Value }).ShouldNotContain("E12345678");
}
