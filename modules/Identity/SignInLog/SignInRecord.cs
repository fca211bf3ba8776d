using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SignInLog;

/// <summary>登录日志: one try to get in, or one session's end. Append-only by trigger.</summary>
internal sealed class SignInRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    public required SignInResult Result { get; init; }

    /// <summary>Null where the name typed is nobody's.</summary>
    public string? StaffId { get; init; }

    /// <summary>The account's own name; of a name that is nobody's only its beginning, for people type passwords into the wrong field.</summary>
    public string? Login { get; init; }

    /// <summary>How it was tried (RFC 8176), or why a session ended.</summary>
    public string Methods { get; init; } = "";

    public Guid? SessionId { get; init; }

    /// <summary>The address alone, for counting tries from one place.</summary>
    public required string Address { get; init; }

    public required string Device { get; init; }

    public string Agent { get; init; } = "";
}

internal enum SignInResult
{
    /// <summary>A session began.</summary>
    Entered,
    /// <summary>The password was right, and a second proof was asked for.</summary>
    SecondAsked,
    WrongPassword,
    UnknownAccount,
    /// <summary>Too many wrong tries before; not looked at.</summary>
    Locked,
    /// <summary>The account is barred, or the person no longer works here.</summary>
    Barred,
    WrongCode,
    WrongRecoveryCode,
    PasskeyRefused,
    /// <summary>A link or a temporary password past its day, or used already.</summary>
    LinkRefused,
    TooManyFromAddress,
    /// <summary>Signed in at as many places as the settings allow.</summary>
    Full,
    PasswordChanged,
    PasswordReset,
    /// <summary>Somebody already in proved themselves once more.</summary>
    ProvedAgain,
    Ended,
}

internal static class SignInLogMapping
{
    public static void Map(ModelBuilder model) => model.Entity<SignInRecord>(t =>
    {
        t.ToTable("identity_sign_in").AppendOnly();
        t.HasKey(e => e.Id);
        t.Property(e => e.Login).HasMaxLength(64);
        t.Property(e => e.Methods).HasMaxLength(60);
        t.Property(e => e.Address).HasMaxLength(64);
        t.Property(e => e.Agent).HasMaxLength(60);
        t.HasIndex(e => new { e.StaffId, e.Id });
        t.HasIndex(e => new { e.Address, e.At });
    });
}
