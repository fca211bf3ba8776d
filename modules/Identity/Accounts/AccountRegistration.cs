using Anmin.Identity.Entering;
using Anmin.Identity.Passkeys;
using Anmin.Identity.Passwords;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Anmin.Identity.Accounts;

/// <summary>What getting in is made of. Of ASP.NET Core Identity it takes the hasher and the WebAuthn handler, and not its tables.</summary>
internal static class AccountRegistration
{
    /// <summary>PBKDF2-HMAC-SHA512, the figure of OWASP's cheat sheet for it (210 000) and a little more; older hashes are made anew at the next sign-in.</summary>
    public const int Rounds = 220_000;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Rounds);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<LeakedPasswords>().AddSingleton<PasswordRules>().AddSingleton<DecoyHash>().AddSingleton<TimedSeal>().AddSingleton<SecondFactorRule>();
        services.AddTransient<AccountBook>().AddTransient<PasswordDesk>().AddTransient<InviteDesk>().AddTransient<SecondFactorDesk>().AddTransient<OwnAccount>().AddTransient<EntryDesk>();
        services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement, o.AttestationConveyancePreference) = ("required", "required", "none"));
        services.AddTransient<PasskeyStore>().AddTransient<PasskeyDesk>();
        services.AddTransient<IPasskeyHandler<Account>>(s => new PasskeyHandler<Account>(
            new UserManager<Account>(s.GetRequiredService<PasskeyStore>(), Options.Create(new IdentityOptions()), s.GetRequiredService<IPasswordHasher<Account>>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), s, s.GetRequiredService<ILogger<UserManager<Account>>>()),
            s.GetRequiredService<IOptions<IdentityPasskeyOptions>>()));
    }
}
