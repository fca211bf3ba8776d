using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Complaints.Handling;

/// <summary>查看投诉人电话: shown once, with a reason for the audit. Takes no idempotency key: the answer must not be stored.</summary>
internal sealed class RevealComplainant(ComplaintsDesk desk, Reading reading) : IUseCase<RevealComplainant.Request, RevealComplainant.Reply>, ISecretReply
{
    public sealed record Request(Guid Id, string? Purpose) : IHasReason
    {
        public string Reason => Purpose ?? "";
    }

    public sealed record Reply(string Phone);

    public Permission Permission => ComplaintsPermissions.RevealComplainant;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        reading.Text(request.Purpose, nameof(request.Purpose), "查看目的", 100);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        return complaint.Phone is { } phone ? new Reply(phone.Reveal()) : ComplaintsProblems.NoComplaint;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/complaints/reveal", async (Request request, Gate gate, RevealComplainant reveal, CancellationToken ct) => Answers.Of(await gate.RunAsync(reveal, request, null, ct)))
        .WithName(nameof(RevealComplainant)).Produces<Reply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
}
