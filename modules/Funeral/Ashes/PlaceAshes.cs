using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>交付骨灰 to a registered 经办人, with a colleague as witness.</summary>
internal sealed class HandOverAshes(CaseFile file, Anmin.Contracts.Identity.IStaffDirectory staff, IRestingPlaces resting) : IUseCase<HandOverAshes.Request, Done>
{
    /// <param name="Ashes">Container number, read from its label.</param>
    /// <param name="Receiver">The registered 经办人 who signs.</param>
    public sealed record Request(Guid CaseId, string Ashes, Guid Receiver, string Witness);

    public Permission Permission => FuneralPermissions.HandOverAshes;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (request.Witness == file.By.Id) return FuneralProblems.SameTwo with { Field = nameof(request.Witness) };
        if (staff.Find(request.Witness ?? "") is null) return FuneralProblems.StaffUnknown with { Field = nameof(request.Witness) };
        if (!opened.HandOverAshes(request.Ashes, request.Receiver, request.Witness!, file.By, file.Now).Try(out var ashes, out problem)) return problem;
        await resting.EndAsync(ashes.Number, Announcing.Collected, ct);
        Announcing.Placed(file, opened, ashes, "family");
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<HandOverAshes, Request, Done>("/ashes/hand-over");
}

/// <summary>寄存骨灰 in a niche of the home for a term the rules allow.</summary>
internal sealed class DepositAshes(CaseFile file, IRestingPlaces resting) : IUseCase<DepositAshes.Request, DepositAshes.Reply>
{
    public sealed record Request(Guid CaseId, string Ashes, string Niche, int Years);

    public sealed record Reply(DateOnly Until);

    public Permission Permission => FuneralPermissions.DepositAshes;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await Announcing.TakeAsync(resting, opened, request.Ashes, request.Niche, true, request.Years, ct)).Try(out var taken, out problem)) return problem;
        if (!opened.DepositAshes(request.Ashes, taken.Position, taken.Until, file.By, file.Now).Try(out var ashes, out problem)) return problem;
        Announcing.Placed(file, opened, ashes, "deposit");
        return new Reply(taken.Until);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DepositAshes, Request, Reply>("/ashes/deposit");
}

/// <summary>安放骨灰 in a niche of a columbarium. Needs the cremation certificate, as the regulation of 2026 asks.</summary>
internal sealed class PlaceAshes(CaseFile file, IRestingPlaces resting) : IUseCase<PlaceAshes.Request, PlaceAshes.Reply>
{
    public sealed record Request(Guid CaseId, string Ashes, string Niche, int Years);

    public sealed record Reply(DateOnly Until);

    public Permission Permission => FuneralPermissions.PlaceAshes;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.Certificates.Exists(c => c.Status == CertificateStatus.Issued)) return FuneralProblems.CertificateNone;
        if (!(await Announcing.TakeAsync(resting, opened, request.Ashes, request.Niche, false, request.Years, ct)).Try(out var taken, out problem)) return problem;
        if (!opened.PlaceAshes(request.Ashes, taken.Position, taken.Until, file.By, file.Now).Try(out var ashes, out problem)) return problem;
        Announcing.Placed(file, opened, ashes, "niche");
        return new Reply(taken.Until);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PlaceAshes, Request, Reply>("/ashes/place");
}

/// <summary>分装骨灰 for several relatives.</summary>
internal sealed class SplitAshes(CaseFile file) : IUseCase<SplitAshes.Request, SplitAshes.Reply>
{
    public sealed record Request(Guid CaseId, string Ashes, int Parts);

    public sealed record Reply(IReadOnlyList<string> Numbers);

    public Permission Permission => FuneralPermissions.SplitAshes;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Parts is < 2 or > 9) return FuneralProblems.AshesParts;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var numbers = new List<string>();
        for (var i = 0; i < request.Parts; i++)
        {
            if (!(await file.NumberAsync("ashes", opened.Institution, ct)).Try(out var number, out problem)) return problem;
            numbers.Add(number);
        }
        if (!opened.SplitAshes(request.Ashes, numbers, file.By, file.Now).Try(out var made, out problem)) return problem;
        file.Db.AddRange(made);
        return new Reply(numbers);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SplitAshes, Request, Reply>("/ashes/split");
}

internal static class Announcing
{
    /// <summary>How the right to a niche ended, in the words of its owner.</summary>
    public const string Collected = "Collected", Moved = "Relocated";

    /// <summary>A niche for these ashes, and the one they rested in before given back: both in the commit of the running use case.</summary>
    public static async Task<Outcome<RestingTaken>> TakeAsync(IRestingPlaces resting, DeathCase opened, string ashes, string? niche, bool deposit, int years, CancellationToken ct)
    {
        if (opened.Find(ashes) is not { } container) return FuneralProblems.AshesNotReady;
        // asked before anything is taken: what is not ours to move needs no niche
        if (opened.VoidedAt is null && container.Status is not (AshesStatus.Held or AshesStatus.Deposited)) return FuneralProblems.AshesNotHeld;
        await resting.EndAsync(ashes, Moved, ct);
        var certificate = opened.Certificates.Find(c => c.Status == CertificateStatus.Issued)?.Number;
        return await resting.TakeAsync(new(niche ?? "", deposit, years, opened.Id, ashes, opened.PartOf(container), certificate), ct);
    }

    public static void Placed(CaseFile file, DeathCase opened, AshesContainer ashes, string destination)
    {
        file.Context.Announce(new AshesPlaced(opened.Id, ashes.Id, destination, ashes.PlaceId.Length > 0 ? ashes.PlaceId : null));
        if (!opened.IsOpen) file.Context.Announce(new CaseClosed(opened.Id, "ashes"));
    }
}
