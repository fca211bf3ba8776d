namespace Anmin.Identity.Accounts;

/// <summary>How one member of staff gets in: a user name, a password, and what else they have registered. At most one a person.</summary>
internal sealed class Account
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string StaffId { get; init; }

    /// <summary>As it is shown; compared by <see cref="LoginKey"/>.</summary>
    public required string Login { get; set; }

    /// <summary>The user name in the form two writings of it share.</summary>
    public required string LoginKey { get; set; }

    /// <summary>ASP.NET Core Identity's format, which carries algorithm, rounds and salt; null until somebody has chosen one.</summary>
    public string? PasswordHash { get; private set; }

    public DateTimeOffset? PasswordAt { get; private set; }

    /// <summary>The password was somebody else's choice: it opens nothing but the page where a new one is chosen.</summary>
    public bool MustChange { get; private set; }

    /// <summary>A temporary password is worth nothing after this.</summary>
    public DateTimeOffset? PasswordUntil { get; private set; }

    /// <summary>Wrong tries since the last right one.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Sealed with the account's id in it, so that nobody's secret is of use in another row.</summary>
    public byte[]? TotpSealed { get; private set; }

    /// <summary>The last 30-second step a code was taken for: no code is taken twice.</summary>
    public long TotpStep { get; private set; }

    /// <summary>Drawn anew whenever a proof changes; what was proved halfway before that counts for nothing.</summary>
    public Guid Stamp { get; private set; } = Guid.NewGuid();

    public bool Barred { get; private set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? LastEnteredAt { get; private set; }

    /// <summary>Raised by every try, which makes two tries at once wait for each other.</summary>
    public long Tries { get; private set; }

    public bool HasTotp => TotpSealed is not null;

    public static Account Open(string staffId, string login, DateTimeOffset now) => new() { StaffId = staffId, Login = login.Trim(), LoginKey = UserName.Key(login), OpenedAt = now };

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>The person chose it.</summary>
    public void ChoosePassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordAt, MustChange, PasswordUntil) = (hash, now, false, null);
        (Failures, LockedUntil, Stamp) = (0, null, Guid.NewGuid());
    }

    /// <summary>An administrator handed it out.</summary>
    public void GivePassword(string hash, DateTimeOffset now, DateTimeOffset until)
    {
        ChoosePassword(hash, now);
        (MustChange, PasswordUntil) = (true, until);
    }

    /// <summary>Stronger rounds for the same password; nothing changes for the person.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void TakeTotp(byte[] sealedSecret, long step) => (TotpSealed, TotpStep, Stamp) = (sealedSecret, step, Guid.NewGuid());

    public void DropTotp() => (TotpSealed, TotpStep, Stamp) = (null, 0, Guid.NewGuid());

    /// <summary>Takes the code of a step once.</summary>
    /// <returns>False where it, or a later one, was taken before.</returns>
    public bool TakeStep(long step)
    {
        if (step <= TotpStep) return false;
        TotpStep = step;
        return true;
    }

    public void Fail(DateTimeOffset now, BackOff backOff)
    {
        Failures++;
        if (backOff.After(Failures) is { } pause) LockedUntil = now + pause;
    }

    public void Enter(DateTimeOffset now) => (Failures, LockedUntil, LastEnteredAt) = (0, null, now);

    public void Unlock() => (Failures, LockedUntil) = (0, null);

    /// <summary>Everything anybody could get in with is gone; the next proof comes from an administrator.</summary>
    public void Reset()
    {
        (PasswordHash, PasswordAt, PasswordUntil, MustChange) = (null, null, null, false);
        Unlock();
        DropTotp();
    }

    public void Bar(bool barred) => (Barred, Stamp) = (barred, Guid.NewGuid());
}
