using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Anmin.Identity.Clients;

/// <summary>Secrets of clients, codes and refresh tokens: 256 random bits, of which only the hash is kept. So long a value needs no slow hash.</summary>
internal static class ClientSecret
{
    /// <summary>43 characters, letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string Draw() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>
/// A secret in a reply: the caller reads it once. What the Gate keeps as first answer to a key holds nothing in its place, so a repeat cannot show it again.
/// </summary>
[JsonConverter(typeof(Withheld))]
internal sealed class ShownOnce(string secret)
{
    public string Reveal() => secret;

    public override string ToString() => "＊＊＊";

    private sealed class Withheld : JsonConverter<ShownOnce>
    {
        public override ShownOnce? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, ShownOnce value, JsonSerializerOptions options) => writer.WriteNullValue();
    }

    /// <summary>For answers over HTTP only: there the caller is who shall read it.</summary>
    internal sealed class InTheAnswer : JsonConverter<ShownOnce>
    {
        public override ShownOnce? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, ShownOnce value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reveal());
    }
}
