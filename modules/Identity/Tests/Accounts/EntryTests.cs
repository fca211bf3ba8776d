using Anmin.Identity.Accounts;
using Anmin.Identity.Entering;
using Anmin.Identity.Passwords;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public abstract class EntryTests(AppFixture fixture)
{
    private readonly TestApp app = fixture.App;

    [Fact]
    public async Task From_the_link_to_the_first_password_and_in_and_the_link_is_used_up()
    {
        var person = new Person(app, app.IdOf("前台"));
        var token = await person.InvitedAsync();
        (await person.AcceptAsync(token[..^1] + (token[^1] == '0' ? '1' : '0'), Person.Passphrase)).Problem!.Code.ShouldBe("identity.invite.bad");
        var entered = await person.AcceptAsync(token, Person.Passphrase);
        (entered.Step, entered.Session!.Methods).ShouldBe((EntryStep.Entered, "pwd"));
        (await person.AcceptAsync(token, "另一句完全不同的话可以了")).Problem!.Code.ShouldBe("identity.invite.bad");
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered);
        (await app.CountAsync($"select count(*) from identity_sign_in where staff_id = '{person.StaffId}' and result = 'Entered'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_link_past_its_day_opens_nothing()
    {
        var person = new Person(app, app.IdOf("调度"));
        var token = await person.InvitedAsync();
        app.Clock.Advance(TimeSpan.FromHours(72));
        (await person.AcceptAsync(token, Person.Passphrase)).Problem!.Code.ShouldBe("identity.invite.bad");
        (await person.AccountAsync()).PasswordHash.ShouldBeNull();
    }

    [Fact]
    public async Task An_administrators_post_cannot_get_in_with_a_password_alone()
    {
        var person = await Person.WithAccountAsync(app, "审计");
        person.Browser.Session.ShouldBeNull();
        var enrolled = await person.EnrolAsync();
        (enrolled.Step, enrolled.Session!.Methods, enrolled.Codes!.Count).ShouldBe((EntryStep.Entered, "pwd otp", 10));
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Code);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        (await person.CodeAsync()).Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_neither_is_the_step_before_it()
    {
        var person = await Person.WithAccountAsync(app, "市局");
        await person.TakeTotpAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await person.SignInAsync();
        var code = person.NowCode();
        (await person.CodeAsync(code)).Step.ShouldBe(EntryStep.Entered);
        await person.SignInAsync();
        (await person.CodeAsync(code)).Problem!.Code.ShouldBe("identity.code.wrong");
        (await person.CodeAsync(person.NowCode(-1))).Problem!.Code.ShouldBe("identity.code.wrong");
        (await person.CodeAsync(person.NowCode(1))).Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task Of_two_who_use_one_code_at_once_one_gets_in()
    {
        var person = await Person.WithAccountAsync(app, "县局");
        await person.TakeTotpAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await person.SignInAsync();
        var (one, two) = (new Sitting(app), new Sitting(app));
        var (halfway, code) = (person.Halfway!, person.NowCode());
        var both = await Task.WhenAll(new[] { one, two }.Select(b => b.RunAsync<SignInWithCode, SignInWithCode.Request, EntryReply>(new(halfway, code))));
        both.Count(r => r.Value!.Step == EntryStep.Entered).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_use_one_recovery_code_at_once_one_gets_in_and_nobody_after_them()
    {
        var person = await Person.WithAccountAsync(app, "馆长");
        var codes = await person.TakeTotpAsync();
        await person.SignInAsync();
        var halfway = person.Halfway!;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => new Sitting(app).RunAsync<SignInWithCode, SignInWithCode.Request, EntryReply>(new(halfway, codes[3]))));
        both.Count(r => r.Value!.Step == EntryStep.Entered).ShouldBe(1);
        both.Single(r => r.Value!.Step == EntryStep.Refused).Value!.Problem!.Code.ShouldBe("identity.code.recovery");
        await person.SignInAsync();
        (await person.CodeAsync(codes[3])).Problem!.Code.ShouldBe("identity.code.recovery");
        (await person.CodeAsync(codes[4].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task Wrong_passwords_make_the_account_rest_ever_longer_and_the_right_one_is_refused_meanwhile()
    {
        var person = await Person.WithAccountAsync(app, "冷藏");
        for (var i = 0; i < 5; i++) (await person.SignInAsync("不是这个密码不是这个")).Problem!.Code.ShouldBe("identity.sign-in.refused");
        foreach (var minutes in (int[])[1, 2, 4, 8])
        {
            (await person.SignInAsync()).Problem!.Code.ShouldBe("identity.sign-in.refused", "locked, whatever is typed");
            app.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            (await person.SignInAsync()).Step.ShouldBe(EntryStep.Refused);
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            if (minutes < 8) (await person.SignInAsync("不是这个密码不是这个")).Step.ShouldBe(EntryStep.Refused);
        }
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered);
        (await person.AccountAsync()).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Many_wrong_tries_at_once_are_all_counted()
    {
        var person = await Person.WithAccountAsync(app, "整容");
        var wrong = await person.CompareAsync(person.Login, "不是这个密码不是这个");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => new Sitting(app).RunAsync<SignInWithPassword, SignInWithPassword.Request, EntryReply>(new(person.Login, wrong))));
        (await person.AccountAsync()).Failures.ShouldBe(5);
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Refused);
    }

    [Fact]
    public async Task Wrong_codes_count_like_wrong_passwords_and_the_right_password_does_not_forgive_them()
    {
        var person = await Person.WithAccountAsync(app, "骨灰");
        await person.TakeTotpAsync();
        for (var i = 0; i < 5; i++)
        {
            await person.SignInAsync();
            (await person.CodeAsync("000000")).Problem!.Code.ShouldBe("identity.code.wrong");
        }
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Refused);
        (await person.CodeAsync()).Problem!.Code.ShouldBe("identity.account.locked");
    }

    [Fact]
    public async Task An_administrator_unlocks_and_others_may_not()
    {
        var person = await Person.WithAccountAsync(app, "医院");
        for (var i = 0; i < 5; i++) await person.SignInAsync("不是这个密码不是这个");
        var id = (await person.AccountAsync()).Id;
        (await app.As("前台").RunAsync(s => s.GetRequiredService<UnlockAccount>(), new UnlockAccount.Request(id))).Problem!.Code.ShouldBe("kernel.denied");
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<UnlockAccount>(), new UnlockAccount.Request(Guid.NewGuid()))).Problem!.Code.ShouldBe("kernel.not-found");
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<UnlockAccount>(), new UnlockAccount.Request(id), "u-1")).Ok.ShouldBeTrue();
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<UnlockAccount>(), new UnlockAccount.Request(id), "u-1")).Ok.ShouldBeTrue();
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task A_temporary_password_opens_nothing_but_the_choice_of_ones_own()
    {
        var person = new Person(app, app.IdOf("民警"));
        var opened = (await app.As("管理员").RunAsync(s => s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(person.StaffId, person.Login, AsPassword: true))).Value!;
        var given = (await app.As("管理员").RunAsync(s => s.GetRequiredService<GetInvite>(), new GetInvite.Request(opened.InviteId))).Value!.Password!;
        (await person.SignInAsync(given)).Step.ShouldBe(EntryStep.NewPassword);
        person.Browser.Session.ShouldBeNull();
        (await person.PrepareAsync(given)).Problem!.Code.ShouldBe("identity.password.same");
        var hash = await person.HashAsync(Person.Passphrase);
        (await person.Browser.RunAsync<ChooseFirstPassword, ChooseFirstPassword.Request, EntryReply>(new(person.Halfway!, hash))).Value!.Step.ShouldBe(EntryStep.Entered);
        (await person.Browser.RunAsync<ChooseFirstPassword, ChooseFirstPassword.Request, EntryReply>(new(person.Halfway!, hash))).Value!.Problem!.Code.ShouldBe("identity.sign-in.begin-again", "the way in that was half done is used up");
        (await person.SignInAsync(given)).Step.ShouldBe(EntryStep.Refused);
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<GetInvite>(), new GetInvite.Request(opened.InviteId))).Problem!.Code.ShouldBe("kernel.not-found");
    }

    [Fact]
    public async Task A_temporary_password_past_its_day_opens_nothing()
    {
        var person = new Person(app, app.IdOf("外前台"));
        var opened = (await app.As("管理员").RunAsync(s => s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(person.StaffId, person.Login, AsPassword: true))).Value!;
        var given = InviteSecret.Password(app.Services.GetRequiredService<PersonalVault>(), opened.InviteId);
        app.Clock.Advance(TimeSpan.FromHours(72));
        (await person.SignInAsync(given)).Problem!.Code.ShouldBe("identity.sign-in.refused");
    }

    [Fact]
    public async Task What_was_proved_halfway_is_worth_nothing_once_the_password_has_changed()
    {
        var person = await Person.WithAccountAsync(app, "外县局");
        await person.TakeTotpAsync();
        await person.SignInAsync();
        var before = person.Halfway!;
        await ResetAsync(person);
        (await person.Browser.RunAsync<SignInWithCode, SignInWithCode.Request, EntryReply>(new(before, person.NowCode(1)))).Value!.Problem!.Code.ShouldBe("identity.sign-in.begin-again");
    }

    [Fact]
    public async Task A_reset_voids_every_proof_and_ends_every_session_on_every_node()
    {
        await using var node = (ServiceProvider)(await TestApp.OnAsync(app.Database, app.Clock)).Services;
        var person = await Person.WithAccountAsync(app, "外馆长");
        var codes = await person.TakeTotpAsync();
        (await person.Browser.IsInAsync(node)).ShouldBeTrue();
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<ResetAccount>(), new ResetAccount.Request((await person.AccountAsync()).Id, " "))).Problem!.Code.ShouldBe("kernel.required");
        var token = await ResetAsync(person);
        (await person.Browser.IsInAsync(node)).ShouldBeFalse();
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Refused);
        (await person.AccountAsync()).HasTotp.ShouldBeFalse();
        var id = (await person.AccountAsync()).Id;
        (await app.ReadAsync(db => db.Set<RecoveryCode>().CountAsync(c => c.AccountId == id))).ShouldBe(0);
        codes.Count.ShouldBe(10);
        (await person.AcceptAsync(token, "新的一句话只有我自己知道")).Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task Changing_the_password_ends_all_other_sessions_and_gives_this_one_a_new_ticket()
    {
        var person = await Person.WithAccountAsync(app, "外骨灰");
        var elsewhere = new Person(app, person.StaffId, "10.0.0.8");
        await elsewhere.SignInAsync();
        var before = person.Browser.Session!;
        var hash = await person.HashAsync("新的一句话只有我自己知道");
        var wrong = await person.CompareAsync(person.Login, "不是这个密码不是这个");
        (await person.Browser.RunAsync<ChangePassword, ChangePassword.Request, EntryReply>(new(wrong, hash))).Value!.Problem!.Code.ShouldBe("identity.password.wrong");
        var right = await person.CompareAsync(person.Login, Person.Passphrase);
        var reply = (await person.Browser.RunAsync<ChangePassword, ChangePassword.Request, EntryReply>(new(right, hash))).Value!;
        (await elsewhere.Browser.IsInAsync()).ShouldBeFalse();
        (await new Sitting(app) { Session = before }.IsInAsync()).ShouldBeFalse("a copy of the old cookie");
        (await new Sitting(app) { Session = reply.Session }.IsInAsync()).ShouldBeTrue();
        reply.Session!.Id.ShouldBe(before.Id);
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Refused);
    }

    [Fact]
    public async Task Proving_oneself_again_gives_a_new_ticket_and_the_old_cookie_opens_nothing()
    {
        var person = await Person.WithAccountAsync(app, "外冷藏");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await person.Browser.RunAsync<GetTotpOffer, GetTotpOffer.Request, TotpOffer>(new())).Problem!.Code.ShouldBe("identity.prove.first");
        (await person.Browser.RunAsync<DrawRecoveryCodes, DrawRecoveryCodes.Request, DrawRecoveryCodes.Reply>(new())).Problem!.Code.ShouldBe("identity.prove.first");
        var before = person.Browser.Session!;
        var proof = await person.CompareAsync(person.Login, Person.Passphrase);
        var renewed = (await person.Browser.RunAsync<ProveAgain, ProveAgain.Request, EntryReply>(new(proof, null))).Value!.Session!;
        (await new Sitting(app) { Session = before }.IsInAsync()).ShouldBeFalse();
        person.Browser.Session = renewed;
        (await person.TakeTotpAsync()).Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_barred_account_is_out_at_once_and_reads_the_same_sentence_as_a_wrong_password()
    {
        var person = await Person.WithAccountAsync(app, "外火化工甲");
        var id = (await person.AccountAsync()).Id;
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<BarAccount>(), new BarAccount.Request(id, true, ""))).Problem!.Code.ShouldBe("kernel.required");
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<BarAccount>(), new BarAccount.Request(id, true, "调查期间"))).Ok.ShouldBeTrue();
        (await person.Browser.IsInAsync()).ShouldBeFalse();
        (await person.SignInAsync()).Problem.ShouldBe(IdentityProblems.SignInRefused);
        (await app.As("管理员").RunAsync(s => s.GetRequiredService<BarAccount>(), new BarAccount.Request(id, false, "调查结束"))).Ok.ShouldBeTrue();
        (await person.SignInAsync()).Step.ShouldBe(EntryStep.Entered);
    }

    [Fact]
    public async Task Nobody_resets_or_bars_themselves()
    {
        var boss = await Person.WithAccountAsync(app, "管理员");
        await boss.EnrolAsync();
        var id = (await boss.AccountAsync()).Id;
        (await boss.Browser.RunAsync<ResetAccount, ResetAccount.Request, ResetAccount.Reply>(new(id, "忘了"))).Problem!.Code.ShouldBe("identity.account.oneself");
        (await boss.Browser.RunAsync<BarAccount, BarAccount.Request, Done>(new(id, true, "休假"))).Problem!.Code.ShouldBe("identity.account.oneself");
        (await boss.Browser.RunAsync<DropTotp, DropTotp.Request, Done>(new())).Problem!.Code.ShouldBe("identity.second-factor.needed");
    }

    [Fact]
    public async Task One_account_a_person_and_one_person_a_user_name()
    {
        var person = new Person(app, app.IdOf("外民警"));
        await person.InvitedAsync();
        (await OpenAsync(person.StaffId, "another")).Problem!.Code.ShouldBe("identity.account.there");
        (await OpenAsync(app.IdOf("外医院"), person.Login.ToUpperInvariant() + " ")).Problem!.Code.ShouldBe("identity.account.login-taken");
        (await OpenAsync(app.IdOf("外医院"), "有 空格")).Problem!.Code.ShouldBe("identity.account.bad-login");
        (await OpenAsync("nobody", "nobody")).Problem!.Code.ShouldBe("identity.account.nobody");
        (await app.As("前台").RunAsync(s => s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(app.IdOf("外医院"), "x1"))).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task The_log_never_holds_what_was_typed_as_an_unknown_name()
    {
        var nobody = new Person(app, "nobody");
        await nobody.SignInAsync("x", "MySecretPassword");
        var row = await app.ReadAsync(db => db.Set<SignInRecord>().AsNoTracking().SingleAsync(r => r.Result == SignInResult.UnknownAccount && r.Login!.StartsWith("My")));
        (row.Login, row.StaffId).ShouldBe(("My＊＊＊", null));
    }

    private Task<Outcome<OpenAccount.Reply>> OpenAsync(string staffId, string login) => app.As("管理员").RunAsync(s => s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(staffId, login));

    private async Task<string> ResetAsync(Person person)
    {
        var reset = (await app.As("管理员").RunAsync(s => s.GetRequiredService<ResetAccount>(), new ResetAccount.Request((await person.AccountAsync()).Id, "手机遗失"))).Value!;
        return InviteSecret.Token(app.Services.GetRequiredService<PersonalVault>(), reset.InviteId);
    }
}

public sealed class EntryTestsOnSqlite(SqliteApp fixture) : EntryTests(fixture), IClassFixture<SqliteApp>;

public sealed class EntryTestsOnPostgres(PostgresApp fixture) : EntryTests(fixture), IClassFixture<PostgresApp>;
