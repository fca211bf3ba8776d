using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Cemetery.Rights.Signing;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Anmin.Cemetery.Tests.Rights;

/// <summary>The counter of a ground, for tests: holds, signs and pays as clerks and the dispatcher do.</summary>
internal static class Counter
{
    /// <summary>A whole form that is lawful at ce-1.</summary>
    public static ContractDraft Draft { get; } = new()
    {
        HolderName = "周建国",
        HolderId = Id("3213021970010100"),
        HolderPhone = "13812345678",
        Relation = "子女",
        Basis = RightBasis.CremationCertificate,
        BasisNumber = "WD-2026-001",
        EvidenceNote = "外地殡仪馆出具，已电话核对",
        UserName = "周桂兰",
        Years = "20",
        CareYears = "20",
    };

    /// <summary>An invented number whose last character fits: sixteen digits and one more are made up here.</summary>
    public static string Id(string sixteen)
    {
        var first = sixteen + "1";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return first + "10X98765432"[first.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
    }

    public static Task<Outcome<TReply>> DoAsync<TUseCase, TRequest, TReply>(this TestApp app, string persona, TRequest request, string? key = null) where TUseCase : class, IUseCase<TRequest, TReply>
        => app.As(persona).RunAsync(s => ActivatorUtilities.GetServiceOrCreateInstance<TUseCase>(s), request, key);

    public static Task<Outcome<ReservePosition.Reply>> HoldAsync(this TestApp app, Position position, string persona = "公墓销售", string? phone = null, string? key = null)
        => app.DoAsync<ReservePosition, ReservePosition.Request, ReservePosition.Reply>(persona, new(position.Id, "周建国", phone), key);

    public static Task<Outcome<SignContract.Reply>> SignAsync(this TestApp app, Guid right, ContractDraft? draft = null, string persona = "公墓销售", string? key = null)
        => app.DoAsync<SignContract, SignContract.Request, SignContract.Reply>(persona, new(right, draft ?? Draft), key);

    public static async Task<SignContract.Reply> SignedAsync(this TestApp app, Position position, ContractDraft? draft = null)
        => Yard.Must(await app.SignAsync(Yard.Must(await app.HoldAsync(position)).RightId, draft));

    /// <summary>The cashier has the money: what Billing would announce, and the reactions to it.</summary>
    public static async Task PaidAsync(this TestApp app, SignContract.Reply signed, DateTimeOffset? at = null)
    {
        Yard.Must(await app.DoAsync<AnnouncePaid, AnnouncePaid.Request, Done>("公墓销售", new(signed.BillId!.Value, signed.RightId, signed.DueFen, at ?? app.Clock.GetUtcNow())));
        await app.DispatchAsync();
    }

    public static async Task BillPaidAsync(this TestApp app, Guid bill, Guid subject, long fen)
    {
        Yard.Must(await app.DoAsync<AnnouncePaid, AnnouncePaid.Request, Done>("公墓销售", new(bill, subject, fen, app.Clock.GetUtcNow())));
        await app.DispatchAsync();
    }

    public static Task DispatchAsync(this TestApp app) => app.Services.GetRequiredService<Dispatcher>().DispatchAsync(1000, TestContext.Current.CancellationToken);

    public static async Task<SignContract.Reply> ActiveBySaleAsync(this TestApp app, Position position, ContractDraft? draft = null)
    {
        var signed = await app.SignedAsync(position, draft);
        await app.PaidAsync(signed);
        Yard.Must(await app.DoAsync<ActivateRight, ActivateRight.Request, ActivateRight.Reply>("公墓档案", new(signed.RightId)));
        return signed;
    }
}

/// <summary>Stands for Billing: the fact that everything on a bill was paid.</summary>
internal sealed class AnnouncePaid(CemeteryDesk desk) : IUseCase<AnnouncePaid.Request, Done>
{
    public sealed record Request(Guid Bill, Guid Subject, long Fen, DateTimeOffset At);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        desk.Context.Announce(new BillPaid(request.Bill, request.Subject, "ce-1", request.Fen, 0, request.At));
        return Task.FromResult<Outcome<Done>>(Done.It);
    }
}
