using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Passwords;
using Anmin.Identity.SignIn;
using Anmin.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

/// <summary>Whoever asks learns nothing about who has an account: one sentence, and the same work, counted in hashes and not in milliseconds.</summary>
public sealed class SameAnswerTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task Known_unknown_invited_locked_and_barred_cost_one_comparison_and_read_one_sentence()
    {
        var known = await Person.WithAccountAsync(app, "前台");
        var (invited, locked, barred) = (new Person(app, app.IdOf("调度")), await Person.WithAccountAsync(app, "司机"), await Person.WithAccountAsync(app, "接线员"));
        await invited.InvitedAsync();
        for (var i = 0; i < 5; i++) await locked.SignInAsync("不是这个密码不是这个");
        await app.As("管理员").RunAsync(s => s.GetRequiredService<BarAccount>(), new BarAccount.Request((await barred.AccountAsync()).Id, true, "x"));
        foreach (var (login, password) in new[] { (known.Login, "不是这个密码不是这个"), ("nobody-at-all", Person.Passphrase), (invited.Login, Person.Passphrase), (locked.Login, Person.Passphrase), (barred.Login, Person.Passphrase), ("", ""), (known.Login, new string('很', 5000)) })
        {
            var (compared, hashed, reply) = await TryAsync(login, password);
            (login, compared, hashed).ShouldBe((login, 1, 0));
            reply.Problem.ShouldBe(IdentityProblems.SignInRefused, login);
        }
        (await TryAsync(known.Login, Person.Passphrase)).Reply.Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task After_so_many_wrong_tries_nothing_from_that_address_is_looked_at()
    {
        var person = await Person.WithAccountAsync(app, "骨灰");
        var nobody = new Sitting(app, "203.0.113.9");
        for (var i = 0; i < 60; i++) await nobody.RunAsync<SignInWithPassword, SignInWithPassword.Request, EntryReply>(new("nobody" + i, new PasswordProof(null, false, "")));
        var right = await person.CompareAsync(person.Login, Person.Passphrase);
        (await nobody.RunAsync<SignInWithPassword, SignInWithPassword.Request, EntryReply>(new(person.Login, right))).Value!.Problem!.Code.ShouldBe("identity.sign-in.address");
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered, "another address is not troubled");
        app.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        (await nobody.RunAsync<SignInWithPassword, SignInWithPassword.Request, EntryReply>(new(person.Login, right))).Value!.Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task A_hash_with_fewer_rounds_is_made_anew_at_the_next_sign_in()
    {
        var person = await Person.WithAccountAsync(app, "火化工甲");
        var old = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));
        var weak = old.HashPassword(await person.AccountAsync(), Person.Passphrase);
        await app.SqlAsync($"update identity_account set password_hash = '{weak}' where staff_id = '{person.StaffId}'");
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered);
        (await person.AccountAsync()).PasswordHash.ShouldNotBe(weak);
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered);
    }

    private async Task<(int Compared, int Hashed, EntryReply Reply)> TryAsync(string login, string password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var counting = new Counting(app.Services.GetRequiredService<IPasswordHasher<Account>>());
        app.Services.GetRequiredService<DecoyHash>().Of(counting.Inner);
        var desk = ActivatorUtilities.CreateInstance<PasswordDesk>(scope.ServiceProvider, counting);
        var proof = await desk.CompareAsync(login, password, TestContext.Current.CancellationToken);
        var reply = await new Sitting(app, "10.7.7." + login.Length).RunAsync<SignInWithPassword, SignInWithPassword.Request, EntryReply>(new(login, proof));
        return (counting.Compared, counting.Hashed, reply.Value!);
    }

    private sealed class Counting(IPasswordHasher<Account> inner) : IPasswordHasher<Account>
    {
        public IPasswordHasher<Account> Inner => inner;

        public int Compared { get; private set; }

        public int Hashed { get; private set; }

        public string HashPassword(Account user, string password)
        {
            Hashed++;
            return inner.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Compared++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
