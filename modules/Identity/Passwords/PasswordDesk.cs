using System.Text;
using Anmin.Contracts.Identity;
using Anmin.Identity.Accounts;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Passwords;

/// <summary>What came of comparing a typed password, before anything was written.</summary>
/// <param name="AccountId">Null where the user name is nobody's.</param>
/// <param name="Against">The hash it was compared with: where the account has another by the time of the commit, the comparison is void.</param>
/// <param name="Better">A hash of the same password with today's rounds, where the stored one has fewer.</param>
internal sealed record PasswordProof(Guid? AccountId, bool Fits, string Against, string? Better = null);

/// <summary>
/// Everything that takes a hash's worth of processor time, done before the Gate is entered: SQLite has one writer, and nobody shall wait for
/// somebody else's hash. An unknown name costs the same work as a wrong password.
/// </summary>
internal sealed class PasswordDesk(AnminDb db, IPasswordHasher<Account> hasher, DecoyHash decoy, PasswordRules rules, IStaffDirectory staff, Reference reference)
{
    public async Task<PasswordProof> CompareAsync(string? login, string? password, CancellationToken ct)
    {
        var key = UserName.Key(login ?? "");
        return Compare(await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.LoginKey == key, ct), password);
    }

    public async Task<PasswordProof> CompareForAsync(string staffId, string? password, CancellationToken ct)
        => Compare(await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.StaffId == staffId, ct), password);

    /// <summary>Looks at a new password by the rules, then hashes it.</summary>
    public async Task<Outcome<string>> PrepareAsync(Guid accountId, string? password, string? again, CancellationToken ct)
    {
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, ct) is not { } account) return IdentityProblems.BeginAgain;
        var person = staff.Find(account.StaffId);
        var text = Normal(password);
        if (rules.Refusal(text, [account.Login, person?.Name, person?.InstitutionName, reference.Now.City.City, reference.Now.City.Bureau]) is { } refusal) return refusal;
        if (text != Normal(again)) return IdentityProblems.PasswordsDiffer;
        if (account.PasswordHash is { } before && hasher.VerifyHashedPassword(account, before, text) != PasswordVerificationResult.Failed) return IdentityProblems.SamePassword;
        return hasher.HashPassword(account, text);
    }

    public string Hash(Account account, string password) => hasher.HashPassword(account, Normal(password));

    /// <summary>One form of a password, whatever keyboard it was typed on: compatibility composed, at most one more than the longest allowed.</summary>
    internal static string Normal(string? typed)
    {
        var text = typed ?? "";
        if (text.Length > 4 * PasswordRules.Longest) text = text[..(4 * PasswordRules.Longest)];
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return ""; // half a character: nobody's password
        }
    }

    private PasswordProof Compare(Account? account, string? password)
    {
        var against = account?.PasswordHash ?? decoy.Of(hasher);
        var text = Normal(password);
        var found = hasher.VerifyHashedPassword(account ?? DecoyHash.Nobody, against, text.Length > PasswordRules.Longest ? text[..PasswordRules.Longest] : text);
        var fits = account?.PasswordHash is not null && text.Length <= PasswordRules.Longest && found != PasswordVerificationResult.Failed;
        return new(account?.Id, fits, against, fits && found == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account!, text) : null);
    }
}

/// <summary>What the password of somebody who does not exist is compared with: a hash like any other, made once.</summary>
internal sealed class DecoyHash
{
    public static readonly Account Nobody = Account.Open("", "nobody", DateTimeOffset.UnixEpoch);
    private string? hash;

    public string Of(IPasswordHasher<Account> hasher) => hash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
}
