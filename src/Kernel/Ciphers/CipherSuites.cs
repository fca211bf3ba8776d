namespace Anmin.Kernel.Ciphers;

/// <summary>The suites a site can choose between.</summary>
public static class CipherSuites
{
    private static readonly Lazy<ICipherSuite> Guomi = new(() => new GuomiCiphers());

    /// <summary>By the name in configuration, <c>standard</c> or <c>guomi</c>.</summary>
    /// <exception cref="ArgumentException">Another name.</exception>
    /// <exception cref="PlatformNotSupportedException"><c>guomi</c> on a machine without it.</exception>
    public static ICipherSuite Named(string name) => name switch
    {
        "standard" => StandardCiphers.Instance,
        "guomi" => Guomi.Value,
        _ => throw new ArgumentException($"没有名为 {name} 的密码套件；请用 standard 或 guomi。", nameof(name)),
    };

    /// <summary>By the first byte of something sealed, so that texts from before a change of suite still open.</summary>
    /// <exception cref="SealException">No suite here reads that format.</exception>
    internal static ICipherSuite OfFormat(byte format) => format switch
    {
        1 => StandardCiphers.Instance,
        2 when GuomiCiphers.IsAvailable => Guomi.Value,
        _ => throw SealException.OtherFormat(format),
    };
}
