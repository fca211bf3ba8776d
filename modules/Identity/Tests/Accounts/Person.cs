using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Passwords;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Anmin.Identity.Tests;

/// <summary>A member of staff with an account, at a browser of their own.</summary>
internal sealed class Person(TestApp app, string staffId, string? device = null)
{
    public const string Passphrase = "三只灰鸽落在旧邮筒上";

    public Sitting Browser { get; } = new(app, device ?? "host-" + staffId);

    public string StaffId => staffId;

    public string Login { get; } = "u-" + staffId;

    public Halfway? Halfway { get; private set; }

    /// <summary>The secret of the authenticator app, where one was set up.</summary>
    public string? Secret { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Opened by an administrator, first password chosen by the link.</summary>
    public static async Task<Person> WithAccountAsync(TestApp app, string persona, string password = Passphrase)
    {
        var person = new Person(app, app.IdOf(persona));
        var token = await person.InvitedAsync();
        await person.AcceptAsync(token, password);
        return person;
    }

    /// <returns>The link's token.</returns>
    public async Task<string> InvitedAsync()
    {
        var opened = (await app.As("管理员").RunAsync(s => s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(staffId, Login))).Value!;
        return InviteSecret.Token(app.Services.GetRequiredService<PersonalVault>(), opened.InviteId);
    }

    public async Task<EntryReply> AcceptAsync(string token, string password)
    {
        var hash = await HashAsync(password);
        return Follow(await Browser.RunAsync<AcceptInvite, AcceptInvite.Request, EntryReply>(new(token, hash)));
    }

    public async Task<EntryReply> SignInAsync(string password = Passphrase, string? login = null)
        => Follow(await Browser.RunAsync<SignInWithPassword, SignInWithPassword.Request, EntryReply>(new(login ?? Login, await CompareAsync(login ?? Login, password))));

    public async Task<EntryReply> CodeAsync(string? code = null) => Follow(await Browser.RunAsync<SignInWithCode, SignInWithCode.Request, EntryReply>(new(Halfway!, code ?? NowCode())));

    public async Task<EntryReply> EnrolAsync()
    {
        var offer = (await Browser.RunAsync<GetEnrolment, GetEnrolment.Request, TotpOffer>(new(Halfway!))).Value!;
        Secret = offer.Typed.Replace(" ", "", StringComparison.Ordinal);
        var reply = Follow(await Browser.RunAsync<EnrolTotp, EnrolTotp.Request, EntryReply>(new(Halfway!, offer.Wrapped, NowCode())));
        Codes = reply.Codes ?? [];
        return reply;
    }

    public async Task<IReadOnlyList<string>> TakeTotpAsync()
    {
        var offer = (await Browser.RunAsync<GetTotpOffer, GetTotpOffer.Request, TotpOffer>(new())).Value!;
        Secret = offer.Typed.Replace(" ", "", StringComparison.Ordinal);
        return Codes = (await Browser.RunAsync<TakeTotp, TakeTotp.Request, TakeTotp.Reply>(new(offer.Wrapped, NowCode()))).Value!.Codes;
    }

    public string NowCode(int steps = 0) => Totp.Code(Secret!, Totp.StepOf(app.Clock.GetUtcNow()) + steps);

    public Task<Account> AccountAsync() => app.ReadAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.StaffId == staffId));

    public async Task<PasswordProof> CompareAsync(string login, string password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordDesk>().CompareAsync(login, password, TestContext.Current.CancellationToken);
    }

    public async Task<Outcome<string>> PrepareAsync(string password, string? again = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordDesk>().PrepareAsync((await AccountAsync()).Id, password, again ?? password, TestContext.Current.CancellationToken);
    }

    public async Task<string> HashAsync(string password) => (await PrepareAsync(password)).Value ?? throw new InvalidOperationException("The rules refuse this password.");

    private EntryReply Follow(Outcome<EntryReply> outcome)
    {
        var reply = outcome.Value ?? new EntryReply(EntryStep.Refused, Problem: outcome.Problem);
        Halfway = reply.Halfway ?? Halfway;
        if (reply.Session is not null) Browser.Session = reply.Session;
        return reply;
    }
}
