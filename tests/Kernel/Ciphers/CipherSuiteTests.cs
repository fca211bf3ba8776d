using System.Text;
using Anmin.Kernel.Ciphers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Ciphers;

public sealed class CipherSuiteTests
{
    public static TheoryData<string> Suites => GuomiCiphers.IsAvailable ? ["standard", "guomi"] : ["standard"];

    private static readonly SealingKey Key = new(513, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData("", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")]
    public void Sm3_answers_the_vectors_of_GB_T_32905(string text, string expected)
    {
        Assert.SkipUnless(GuomiCiphers.IsAvailable, "no libcrypto.so.3 with SM3 and SM4 here");
        Convert.ToHexStringLower(new GuomiCiphers().Hash(Encoding.ASCII.GetBytes(text))).ShouldBe(expected);
    }

    [Fact]
    public void Sm4_answers_the_vector_of_GB_T_32907()
    {
        Assert.SkipUnless(GuomiCiphers.IsAvailable, "no libcrypto.so.3 with SM3 and SM4 here");
        var key = Convert.FromHexString("0123456789abcdeffedcba9876543210");
        Convert.ToHexStringLower(GuomiPrimitives.Crypt(key, new byte[16], key, encrypt: true)![..16]).ShouldBe("681edf34d206965e86b3e94f536e4246");
    }

    [Theory, MemberData(nameof(Suites))]
    public void Hmac_is_the_construction_of_RFC_2104_over_the_suites_hash(string name)
    {
        var suite = CipherSuites.Named(name);
        foreach (var key in new[] { "k"u8.ToArray(), new byte[64], new byte[100] })
        {
            var block = new byte[64];
            (key.Length > 64 ? suite.Hash(key) : key).CopyTo(block, 0);
            byte[] inner = [.. block.Select(b => (byte)(b ^ 0x36)), .. "安民"u8];
            byte[] outer = [.. block.Select(b => (byte)(b ^ 0x5c)), .. suite.Hash(inner)];
            suite.Hmac(key, "安民"u8).ShouldBe(suite.Hash(outer));
        }
        suite.Hmac("k"u8, []).Length.ShouldBe(suite.HashSize);
    }

    [Theory, MemberData(nameof(Suites))]
    public void A_running_hash_equals_the_hash_of_the_whole(string name)
    {
        var suite = CipherSuites.Named(name);
        using var hash = suite.BeginHash();
        foreach (var piece in new[] { "安", "", "民" }) hash.Append(Encoding.UTF8.GetBytes(piece));
        hash.Finish().ShouldBe(suite.Hash("安民"u8));
        Should.Throw<InvalidOperationException>(() => hash.Append("x"u8));
    }

    [Theory, MemberData(nameof(Suites))]
    public void What_was_sealed_opens_and_nothing_else_does(string name)
    {
        var suite = CipherSuites.Named(name);
        var input = ArbMap.Default.GeneratorFor<byte[]>().SelectMany(_ => Gen.Choose(0, int.MaxValue), (data, at) => (data, at)).ToArbitrary();
        Prop.ForAll(input, c =>
        {
            var box = suite.Seal(Key, c.data, "a"u8);
            if (!suite.Open(Key, box, "a"u8).SequenceEqual(c.data)) return false;
            var spoiled = box.ToArray();
            spoiled[c.at % spoiled.Length] ^= (byte)(1 << (c.at % 8));
            return Refuses(() => suite.Open(Key, spoiled, "a"u8)) && Refuses(() => suite.Open(Key, box, "b"u8))
                && Refuses(() => suite.Open(Key, box.AsSpan(0, c.at % box.Length), "a"u8));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Theory, MemberData(nameof(Suites))]
    public void Sealing_twice_differs(string name)
    {
        var suite = CipherSuites.Named(name);
        suite.Seal(Key, "x"u8, []).ShouldNotBe(suite.Seal(Key, "x"u8, []));
        suite.Seal(Key, "x"u8, [])[..3].ShouldBe([suite.Format, 2, 1]);
    }

    [Fact]
    public void A_key_prints_its_id_only() => $"{Key}".ShouldBe("key 513");

    private static bool Refuses(Func<byte[]> open)
    {
        try
        {
            open();
            return false;
        }
        catch (SealException)
        {
            return true;
        }
    }
}
