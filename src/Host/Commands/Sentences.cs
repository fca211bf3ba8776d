using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Host.Commands;

/// <summary>What an exception means to whoever runs the program: one sentence and what to do.</summary>
internal static class Sentences
{
    public static string Of(Exception e)
    {
        var chain = new List<Exception>();
        for (Exception? at = e; at is not null; at = at.InnerException) chain.Add(at);
        if (chain.Select(Known).Concat(chain.Select(Loosely)).FirstOrDefault(s => s is not null) is { } sentence) return sentence;
        return $"程序内部出错（{e.GetType().Name}：{e.Message.ReplaceLineEndings(" ")}）。设 ANMIN_DEBUG=1 再运行可以看到详情。";
    }

    private static string? Known(Exception e) => e switch
    {
        RefusalException r => r.Message,
        SqliteException s => Sqlite(s),
        PostgresException p => Postgres(p),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } => "连不上 PostgreSQL，请检查它是否在运行、--database 里的地址和端口是否正确。",
        NpgsqlException n => $"PostgreSQL 出错：{n.Message.ReplaceLineEndings(" ")}",
        AddressInUseException => "端口已被占用，请停掉占用它的程序，或用 --urls 换一个端口。",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "没有权限监听这个端口，请用 --urls 换成 1024 以上的端口。",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "--urls 里的地址不是这台机器的，请换成本机地址，例如 http://127.0.0.1:5080。",
        // what the kernel says of its key file and its ciphers is already a sentence
        InvalidOperationException or ArgumentException or PlatformNotSupportedException or FileNotFoundException when IsChinese(e.Message) => e.Message.Split(" (Parameter")[0],
        CryptographicException => "密钥文件读不出来，请把备份的密钥文件放回原处。",
        IOException { HResult: 28 } => "磁盘满了，请腾出空间再试。",
        _ => null,
    };

    /// <summary>Outer exceptions that a more telling one may lie beneath.</summary>
    private static string? Loosely(Exception e) => e switch
    {
        UnauthorizedAccessException u => $"没有权限读写：{u.Message.ReplaceLineEndings(" ")}请检查文件夹的所有者和权限。",
        IOException io => $"读写文件出错：{io.Message.ReplaceLineEndings(" ")}",
        _ => null,
    };

    private static string Sqlite(SqliteException e) => e.SqliteErrorCode switch
    {
        1 when e.Message.Contains("no such table", StringComparison.Ordinal) => "数据库还没有建立，或者版本太旧，请先运行 anmin migrate。",
        5 or 6 => "数据库正被另一个程序占用，请稍后再试，或先停掉那个程序。",
        8 => "数据库文件不能写，请检查数据文件夹的权限。",
        10 => "读写数据库文件出错，请检查磁盘。",
        11 => "数据库文件已损坏，请停止服务并从备份恢复。",
        13 => "磁盘满了，请腾出空间再试。",
        14 => "打不开数据库文件：它还没有建立，或者没有权限。请检查 --data，或先运行 anmin migrate。",
        26 => "数据文件夹里的 anmin.db 不是 SQLite 数据库，请检查 --data。",
        _ => $"数据库出错：{e.Message.ReplaceLineEndings(" ")}",
    };

    private static string Postgres(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "PostgreSQL 拒绝了用户名或密码，请检查 --database。",
        PostgresErrorCodes.InvalidCatalogName => "PostgreSQL 里没有这个数据库，请先运行 anmin migrate，或请管理员建库。",
        PostgresErrorCodes.UndefinedTable => "数据库还没有建立，或者版本太旧，请先运行 anmin migrate。",
        PostgresErrorCodes.InsufficientPrivilege => "PostgreSQL 用户的权限不够，请管理员授权。",
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ObjectInUse => "数据库正被占用，请稍后再试。",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL 的连接数已满，请稍后再试。",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown => "PostgreSQL 正在启动或关闭，请稍后再试。",
        PostgresErrorCodes.DiskFull => "PostgreSQL 的磁盘满了，请腾出空间再试。",
        _ => $"PostgreSQL 出错（{e.SqlState}）：{e.MessageText}",
    };

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
