using System.Text;
using Anmin.Kernel.Ciphers;

namespace Anmin.Kernel.Journal;

/// <summary>Walks one chain after another without allocating per entry.</summary>
internal sealed class ChainHasher(ICipherSuite suite)
{
    private byte[] buffer = new byte[4096];
    private byte[]? previous;

    public void Restart() => previous = null;

    public ReadOnlySpan<byte> Next(string text)
    {
        var hex = suite.HashSize * 2;
        var need = hex + 1 + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (buffer.Length < need) buffer = new byte[need * 2];
        if (previous is null) buffer.AsSpan(0, hex).Fill((byte)'0');
        else Encoding.ASCII.GetBytes(Convert.ToHexStringLower(previous), buffer);
        buffer[hex] = (byte)'\n';
        var length = hex + 1 + Encoding.UTF8.GetBytes(text, buffer.AsSpan(hex + 1));
        previous = suite.Hash(buffer.AsSpan(0, length));
        return previous;
    }
}
