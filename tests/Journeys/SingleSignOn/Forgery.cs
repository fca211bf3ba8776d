using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Anmin.Journeys.SingleSignOn;

/// <summary>Every way of forging a token that somebody has got through with somewhere.</summary>
internal static class Forgery
{
    /// <param name="good">A real access token, whose claims the forgeries carry.</param>
    /// <param name="id">A real id token: signed by us, and of the wrong kind.</param>
    /// <param name="jwk">Our public key.</param>
    public static IEnumerable<(string Name, string Token)> Of(string good, string id, JsonNode jwk)
    {
        var claims = Part(good, 1);
        using var other = RSA.Create(2048);
        var kid = jwk["kid"]!.GetValue<string>();
        JsonObject Header(string alg, params (string, JsonNode)[] more) => new([new("alg", alg), new("typ", "at+jwt"), new("kid", kid), .. more.Select(m => KeyValuePair.Create(m.Item1, (JsonNode?)m.Item2))]);
        byte[] Rs(byte[] data) => other.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        yield return ("id token as access token", id);
        foreach (var none in new[] { "none", "None", "NONE" }) yield return ("alg " + none, Write(Header(none), claims, _ => []));
        yield return ("no signature", good[..(good.LastIndexOf('.') + 1)]);
        yield return ("wrong key under our kid", Write(Header("RS256"), claims, Rs));
        var publicKey = new JsonObject([new("kty", "RSA"), new("n", Base64UrlEncoder.Encode(other.ExportParameters(false).Modulus)), new("e", "AQAB")]);
        yield return ("its own key in the header", Write(Header("RS256", ("jwk", publicKey)), claims, Rs));
        foreach (var place in new[] { "jku", "x5u" }) yield return (place, Write(Header("RS256", (place, JsonValue.Create("https://evil.example/keys"))), claims, Rs));
        foreach (var injected in new[] { "../../../../dev/null", "' or 1=1 --", "" })
            yield return ("kid " + injected, Write(new JsonObject([new("alg", "RS256"), new("typ", "at+jwt"), new("kid", injected)]), claims, Rs));
        using var ours = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(jwk["n"]!.GetValue<string>()), Exponent = Base64UrlEncoder.DecodeBytes(jwk["e"]!.GetValue<string>()) });
        foreach (var secret in new[] { ours.ExportSubjectPublicKeyInfoPem(), ours.ExportRSAPublicKeyPem(), jwk.ToJsonString(), jwk["n"]!.GetValue<string>() })
            yield return ("HS256 with our public key", Write(Header("HS256"), claims, data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), data)));
        var text = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(good.Split('.')[1])).Replace("t-qiantai", "t-anquan", StringComparison.Ordinal);
        yield return ("changed claims", $"{good.Split('.')[0]}.{Base64UrlEncoder.Encode(text)}.{good.Split('.')[2]}");
        yield return ("not a token", "abc");
        yield return ("long", new string('a', 9_000)); // longer ones the server itself refuses, by the size of its headers
    }

    /// <summary>A token with this header and these claims, signed as said.</summary>
    public static string Write(JsonObject header, JsonNode claims, Func<byte[], byte[]> sign)
    {
        var body = Base64UrlEncoder.Encode(header.ToJsonString()) + "." + Base64UrlEncoder.Encode(claims.ToJsonString());
        return body + "." + Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(body)));
    }

    public static JsonNode Part(string token, int index) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[index]))!;
}
