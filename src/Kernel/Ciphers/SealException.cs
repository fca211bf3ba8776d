using System.Globalization;

namespace Anmin.Kernel.Ciphers;

/// <summary>
/// Sealed data did not open. Never a person's mistake: a key is missing, the data was changed, or it was moved to another
/// column. The message says what the operator does; it holds no data.
/// </summary>
public sealed class SealException : Exception
{
    public SealException(SealFailure failure, string message) : base(message) => Failure = failure;

    public SealException(SealFailure failure, string message, Exception inner) : base(message, inner) => Failure = failure;

    public SealFailure Failure { get; }

    internal static SealException Damaged(Exception? inner = null) =>
        new(SealFailure.Tampered, "加密数据已损坏、被改动或不属于这一列，没有解开；请从备份核对这条记录并查看审计日志。", inner!);

    internal static SealException KeyMissing(ushort id, string path) => new(SealFailure.KeyMissing,
        string.Create(CultureInfo.InvariantCulture, $"密钥文件 {path} 里没有编号 {id} 的密钥；请把备份的密钥文件放回原处，不要新建。"));

    internal static SealException OtherFormat(byte format) => new(SealFailure.UnknownFormat,
        string.Create(CultureInfo.InvariantCulture, $"加密数据的格式 {format} 在这台机器上打不开；请核对密码套件设置和系统的 libcrypto。"));
}

public enum SealFailure
{
    Tampered,
    KeyMissing,
    UnknownFormat,
}
