using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Driving;

/// <summary>现场照片、签名 of a trip. The same picture twice is one picture.</summary>
internal sealed class AttachPicture(CaseFile file, OrderDesk orders) : IUseCase<AttachPicture.Request, AttachPicture.Reply>
{
    /// <param name="Data">Base64 of a JPEG or PNG of 600 KB at most.</param>
    public sealed record Request(Guid OrderId, AttachmentKind Kind, string Data, DateTimeOffset? TakenAt = null, string? Account = null);

    public sealed record Reply(Guid Id, string Hash);

    public Permission Permission => FuneralPermissions.RecordTrip;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return DispatchProblems.OtherAccount;
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var order = found.Order;
        if (order.Driver != file.By.Id && order.SecondCrew != file.By.Id) return DispatchProblems.NotYours;
        if (request.TakenAt > file.Now + Transport.TransportOrder.Skew) return DispatchProblems.ClockAhead;
        if (!TripAttachment.Of(order.Id, order.CaseId, request.Kind, request.Data, request.TakenAt is { } at ? new(at.UtcTicks / 10 * 10, TimeSpan.Zero) : file.Now, file.By.Id).Try(out var made, out problem)) return problem;
        var there = await file.Db.TripAttachments.Where(a => a.OrderId == order.Id).Select(a => new { a.Id, a.Hash }).ToListAsync(ct);
        if (there.Find(a => a.Hash == made.Hash) is { } same) return new Reply(same.Id, same.Hash);
        if (there.Count >= TripAttachment.MostPerOrder) return DispatchProblems.TooManyPictures;
        file.Db.Add(made);
        found.Case.NoteTripPicture(order.Id, made.Id, made.Kind.ToString(), made.Hash);
        return new Reply(made.Id, made.Hash);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AttachPicture, Request, Reply>("/trips/pictures");
}

/// <summary>Shows one picture; who looked stands in the audit.</summary>
internal sealed class GetPicture(CaseFile file, OrderDesk orders) : IQuestion<GetPicture.Request, GetPicture.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Reply(string ContentType, string Data);

    public Permission Permission => FuneralPermissions.ReadTrips;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var found = await file.Db.TripAttachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.Id, ct);
        if (found is null) return KernelProblems.NotFound;
        if (!(await orders.OpenAsync(found.OrderId, ct)).Try(out _, out var problem)) return problem;
        return new Reply(found.ContentType, found.Picture);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPicture, Request, Reply>("/trips/picture");
}
