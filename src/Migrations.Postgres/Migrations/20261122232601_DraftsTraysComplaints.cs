using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DraftsTraysComplaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "complaints_complaint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    story = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    wish = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    case_said = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    may_share = table.Column<bool>(type: "boolean", nullable: false),
                    call_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accept_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    handler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    handler_institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decide_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refusal_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    refusal_words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    extension_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    finding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    review_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rectify_due = table.Column<DateOnly>(type: "date", nullable: true),
                    revisit_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revisited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rectified = table.Column<bool>(type: "boolean", nullable: true),
                    revisit_words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    review_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_why = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    review_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_upheld = table.Column<bool>(type: "boolean", nullable: true),
                    review_answer = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reviewer_institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reviewer_division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaints_complaint", x => x.id);
                    table.CheckConstraint("complaints_complaint_accepted", "state not in ('Accepted', 'Answered', 'UnderReview', 'Reviewed') or (accepted_at is not null and decide_due is not null)");
                    table.CheckConstraint("complaints_complaint_anonymous", "phone is not null or may_share = false");
                    table.CheckConstraint("complaints_complaint_answered", "(state in ('Answered', 'UnderReview', 'Reviewed')) = (answered_at is not null and finding is not null and answer is not null and answered_by is not null and answered_institution is not null and answered_division is not null)");
                    table.CheckConstraint("complaints_complaint_handled", "state = 'Received' or (handler is not null and handler_institution is not null)");
                    table.CheckConstraint("complaints_complaint_own", "about is null or (coalesce(handler_institution, '') <> about and coalesce(answered_institution, '') <> about and coalesce(reviewer_institution, '') <> about)");
                    table.CheckConstraint("complaints_complaint_rectify", "(rectify_due is null and revisit_on is null) or (rectify_due is not null and revisit_on >= rectify_due and about is not null and finding <> 'Unfounded')");
                    table.CheckConstraint("complaints_complaint_refused", "(state = 'Refused') = (refused_at is not null and refusal_reason is not null and refusal_words is not null)");
                    table.CheckConstraint("complaints_complaint_review", "(state in ('UnderReview', 'Reviewed')) = (review_asked_at is not null)");
                    table.CheckConstraint("complaints_complaint_reviewed", "(state = 'Reviewed') = (reviewed_at is not null) and (reviewed_at is null or (reviewed_by is not null and reviewer_division is not null and length(reviewer_division) < length(answered_division) and reviewed_by <> answered_by))");
                    table.CheckConstraint("complaints_complaint_unowned", "institution is null");
                });

            migrationBuilder.CreateTable(
                name: "funeral_attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    media = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kept_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    late_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_family = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_attachment", x => x.id);
                    table.CheckConstraint("funeral_attachment_over", "(state = 'Current') = (state_reason is null)");
                    table.CheckConstraint("funeral_attachment_turn", "turn in (0, 90, 180, 270)");
                    table.ForeignKey(
                        name: "FK_funeral_attachment_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_grave_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @ref = table.Column<Guid>(name: "ref", type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    accuracy = table.Column<int>(type: "integer", nullable: true),
                    remarks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    checked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    check_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    settle_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_grave_report", x => x.id);
                    table.CheckConstraint("funeral_grave_report_count", "count between 1 and 9999");
                    table.CheckConstraint("funeral_grave_report_earth", "(latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180))");
                    table.CheckConstraint("funeral_grave_report_settled", "(state = 'Settled') = (settled_on is not null) and (state = 'Reported') = (checked_by is null)");
                    table.CheckConstraint("funeral_grave_report_two", "checked_by is null or checked_by <> opened_by");
                });

            migrationBuilder.CreateTable(
                name: "funeral_village_visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    needs = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    follow_up = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_village_visit", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_village_visit_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_held_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    page = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    asked = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_held_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workbench_export",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    filter = table.Column<byte[]>(type: "bytea", nullable: true),
                    person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reach = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    made = table.Column<int>(type: "integer", nullable: false),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    cursor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    failure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    keep_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbench_export", x => x.id);
                    table.CheckConstraint("workbench_export_counts", "made between 0 and total and parts >= 0 and size >= 0");
                    table.CheckConstraint("workbench_export_filter", "(filter is not null) = (state in ('Waiting', 'Running'))");
                    table.CheckConstraint("workbench_export_kept", "(keep_until is not null) = (state in ('Ready', 'Gone'))");
                });

            migrationBuilder.CreateTable(
                name: "workbench_filter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    page = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    query = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbench_filter", x => x.id);
                    table.CheckConstraint("workbench_filter_query", "query like '?%'");
                    table.CheckConstraint("workbench_filter_shared", "shared = false or institution is not null");
                });

            migrationBuilder.CreateTable(
                name: "complaints_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    complaint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    given = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    given_institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaints_statement", x => x.id);
                    table.CheckConstraint("complaints_statement_given", "(given_at is null and given is null and given_by is null) or (given_at is not null and given is not null and given_by is not null and given_institution = institution)");
                    table.CheckConstraint("complaints_statement_institution", "institution is not null");
                    table.ForeignKey(
                        name: "FK_complaints_statement_complaints_complaint_complaint_id",
                        column: x => x.complaint_id,
                        principalTable: "complaints_complaint",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_attachment_content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_attachment_content", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_attachment_content_funeral_attachment_id",
                        column: x => x.id,
                        principalTable: "funeral_attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_grave_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    media = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_grave_photo", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_grave_photo_funeral_grave_report_report_id",
                        column: x => x.report_id,
                        principalTable: "funeral_grave_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workbench_export_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    export_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbench_export_part", x => x.id);
                    table.ForeignKey(
                        name: "FK_workbench_export_part_workbench_export_export_id",
                        column: x => x.export_id,
                        principalTable: "workbench_export",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workbench_filter_preferred",
                columns: table => new
                {
                    person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    page = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    filter_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbench_filter_preferred", x => new { x.person, x.page });
                    table.ForeignKey(
                        name: "FK_workbench_filter_preferred_workbench_filter_filter_id",
                        column: x => x.filter_id,
                        principalTable: "workbench_filter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "complaints_complaint_number",
                table: "complaints_complaint",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_complaints_complaint_about_received_at",
                table: "complaints_complaint",
                columns: new[] { "about", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_complaints_complaint_case_id",
                table: "complaints_complaint",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_complaint_division_state",
                table: "complaints_complaint",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_complaints_statement_complaint_id",
                table: "complaints_statement",
                column: "complaint_id");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_statement_institution_given_at",
                table: "complaints_statement",
                columns: new[] { "institution", "given_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_attachment_next",
                table: "funeral_attachment",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_attachment_once",
                table: "funeral_attachment",
                columns: new[] { "case_id", "hash" },
                unique: true,
                filter: "state = 'Current'");

            migrationBuilder.CreateIndex(
                name: "funeral_attachment_unscanned",
                table: "funeral_attachment",
                column: "id",
                filter: "scan = 'NotScanned'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_attachment_case_id",
                table: "funeral_attachment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_grave_photo_once",
                table: "funeral_grave_photo",
                columns: new[] { "report_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_grave_report_once",
                table: "funeral_grave_report",
                columns: new[] { "opened_by", "ref" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_grave_report_division_id",
                table: "funeral_grave_report",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_grave_report_number",
                table: "funeral_grave_report",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_grave_report_state_id",
                table: "funeral_grave_report",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_village_visit_case_id_visited_on",
                table: "funeral_village_visit",
                columns: new[] { "case_id", "visited_on" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_held_form_code",
                table: "identity_held_form",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_held_form_expires_at",
                table: "identity_held_form",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_workbench_export_person_state",
                table: "workbench_export",
                columns: new[] { "person", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_workbench_export_state_keep_until",
                table: "workbench_export",
                columns: new[] { "state", "keep_until" });

            migrationBuilder.CreateIndex(
                name: "IX_workbench_export_state_made",
                table: "workbench_export",
                columns: new[] { "state", "made" });

            migrationBuilder.CreateIndex(
                name: "workbench_export_part_once",
                table: "workbench_export_part",
                columns: new[] { "export_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workbench_filter_institution_page",
                table: "workbench_filter",
                columns: new[] { "institution", "page" });

            migrationBuilder.CreateIndex(
                name: "workbench_filter_name",
                table: "workbench_filter",
                columns: new[] { "person", "page", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workbench_filter_preferred_filter_id",
                table: "workbench_filter_preferred",
                column: "filter_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "complaints_statement");

            migrationBuilder.DropTable(
                name: "funeral_attachment_content");

            migrationBuilder.DropTable(
                name: "funeral_grave_photo");

            migrationBuilder.DropTable(
                name: "funeral_village_visit");

            migrationBuilder.DropTable(
                name: "identity_held_form");

            migrationBuilder.DropTable(
                name: "workbench_export_part");

            migrationBuilder.DropTable(
                name: "workbench_filter_preferred");

            migrationBuilder.DropTable(
                name: "complaints_complaint");

            migrationBuilder.DropTable(
                name: "funeral_attachment");

            migrationBuilder.DropTable(
                name: "funeral_grave_report");

            migrationBuilder.DropTable(
                name: "workbench_export");

            migrationBuilder.DropTable(
                name: "workbench_filter");
        }
    }
}
