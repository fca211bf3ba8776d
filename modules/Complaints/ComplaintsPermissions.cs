using Anmin.Kernel.Actors;

namespace Anmin.Complaints;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class ComplaintsPermissions
{
    public static readonly Permission ReadComplaints = new("complaints.complaint.read", "查看投诉举报");
    public static readonly Permission HandleComplaint = new("complaints.complaint.handle", "办理投诉举报");
    public static readonly Permission RevealComplainant = new("complaints.complainant.reveal", "查看投诉人电话");
    public static readonly Permission ReviewComplaint = new("complaints.review.decide", "复查投诉答复");
    public static readonly Permission GiveStatement = new("complaints.statement.give", "就投诉作出说明");
    public static readonly Permission CarryCall = new("complaints.call.carry", "把来电转为投诉");

    public static readonly IReadOnlyList<Permission> All = [ReadComplaints, HandleComplaint, RevealComplainant, ReviewComplaint, GiveStatement, CarryCall];
}
