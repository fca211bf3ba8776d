using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Accounts;

/// <summary>What the command line hands over: the path of a link, or a temporary password.</summary>
public sealed record IssuedAccount(string StaffId, string Name, string Login, string? Path, string? Password, DateTimeOffset ExpiresAt);

/// <summary>One account as the command line lists it.</summary>
public sealed record ListedAccount(string Login, string Name, string Post, string State, string Second, DateTimeOffset? LastEnteredAt);

/// <summary>Accounts from the machine's own command line, for whoever may read its disk: through the same use cases and the same audit, as the system.</summary>
public static class AccountCommands
{
    /// <summary>Opens an account for somebody who works here (by id, or by a name only they have); with a post, for somebody new.</summary>
    public static Task<Outcome<IssuedAccount>> AddAsync(IServiceProvider services, string name, string login, string? post, string? institution, bool asPassword, CancellationToken ct) => AsSystemAsync<IssuedAccount>(services, async s =>
    {
        if (!(await PersonAsync(s, name, post, institution, ct)).Try(out var staffId, out var nobody)) return nobody;
        return (await RunAsync(s, s.GetRequiredService<OpenAccount>(), new OpenAccount.Request(staffId, login, asPassword), ct)).Try(out var opened, out var problem) ? await IssuedAsync(s, staffId, opened.InviteId, ct) : problem;
    });

    public static Task<Outcome<IssuedAccount>> ResetAsync(IServiceProvider services, string login, bool asPassword, CancellationToken ct) => AsSystemAsync<IssuedAccount>(services, async s =>
    {
        if (await FindAsync(s, login, ct) is not { } account) return IdentityProblems.NoSuchLogin;
        return (await RunAsync(s, s.GetRequiredService<ResetAccount>(), new ResetAccount.Request(account.Id, "在服务器上用命令重置", asPassword), ct)).Try(out var reset, out var problem) ? await IssuedAsync(s, account.StaffId, reset.InviteId, ct) : problem;
    });

    public static Task<Outcome<Done>> UnlockAsync(IServiceProvider services, string login, CancellationToken ct) => AsSystemAsync<Done>(services, async s =>
        await FindAsync(s, login, ct) is { } account ? await RunAsync(s, s.GetRequiredService<UnlockAccount>(), new UnlockAccount.Request(account.Id), ct) : IdentityProblems.NoSuchLogin);

    public static Task<Outcome<IReadOnlyList<ListedAccount>>> ListAsync(IServiceProvider services, CancellationToken ct) => AsSystemAsync<IReadOnlyList<ListedAccount>>(services, async s =>
    {
        var all = new List<ListedAccount>();
        for (string? after = null; ;)
        {
            if (!(await RunAsync(s, s.GetRequiredService<FindAccounts>(), new FindAccounts.Request(Only: "with", After: after), ct)).Try(out var page, out var problem)) return problem;
            all.AddRange(page.Rows.Where(r => r.AccountId is not null).Select(r => new ListedAccount(r.Login!, r.Name, r.Post, AccountWords.State(r), AccountWords.Second(r), r.LastEnteredAt)));
            if (page.Next is null) return all;
            after = page.Next;
        }
    });

    private static async Task<Outcome<string>> PersonAsync(IServiceProvider services, string name, string? post, string? institution, CancellationToken ct)
    {
        var people = services.GetRequiredService<AnminDb>().Set<Staff>().AsNoTracking();
        var found = await people.Where(s => s.Active && (s.Id == name || s.Name == name)).Select(s => s.Id).ToListAsync(ct);
        if (post is null) return found.Count == 1 ? found[0] : found.Count == 0 ? IdentityProblems.NoSuchPerson : IdentityProblems.SeveralPeople;
        var city = services.GetRequiredService<Reference>().Now.City.Division;
        var home = institution ?? services.GetRequiredService<IInstitutionDirectory>().OfKind("bureau", city).OrderBy(i => i.Division.Length).ThenBy(i => i.Id, StringComparer.Ordinal).FirstOrDefault()?.Id;
        if (home is null) return IdentityProblems.NoSuchPerson;
        return (await RunAsync(services, services.GetRequiredService<AddStaff>(), new AddStaff.Request(name, home, null, null, post), ct)).Try(out var added, out var problem) ? added.StaffId : problem;
    }

    private static Task<Account?> FindAsync(IServiceProvider services, string login, CancellationToken ct)
    {
        var key = UserName.Key(login);
        return services.GetRequiredService<AnminDb>().Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.LoginKey == key, ct);
    }

    private static async Task<Outcome<IssuedAccount>> IssuedAsync(IServiceProvider services, string staffId, Guid invite, CancellationToken ct)
        => (await RunAsync(services, services.GetRequiredService<GetInvite>(), new GetInvite.Request(invite), ct)).Try(out var given, out var problem) ? new IssuedAccount(staffId, given.Name, given.Login, given.Path, given.Password, given.ExpiresAt) : problem;

    private static Task<Outcome<TReply>> RunAsync<TRequest, TReply>(IServiceProvider services, IUseCase<TRequest, TReply> useCase, TRequest request, CancellationToken ct)
        => services.GetRequiredService<Gate>().RunAsync(useCase, request, null, ct);

    private static async Task<Outcome<T>> AsSystemAsync<T>(IServiceProvider services, Func<IServiceProvider, Task<Outcome<T>>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System with { Device = "console" };
        return await work(scope.ServiceProvider);
    }
}
