; Says where data stays. The template's own checkbox "Delete the application data" is off by default and deletes the two
; folders; private keys are in Credential Manager in any case. Quiet in silent and passive mode and during an update.
; Deletes the entry that starts reminders at login, with what Task Manager noted about it: it would name a program that
; is gone. An update keeps it.
; Deletes the default value below the app's own key, where the installer notes its folder: the MSI, which installs for all
; users, would take over that folder of one user.

!macro NSIS_HOOK_POSTUNINSTALL
  ${If} $UpdateMode <> 1
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Certdesk reminders"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "Certdesk reminders"
    DeleteRegValue SHCTX "${MANUPRODUCTKEY}" ""
  ${EndIf}
  ${If} $PassiveMode <> 1
  ${AndIf} $UpdateMode <> 1
    ${If} $DeleteAppDataCheckboxState = 1
      MessageBox MB_OK|MB_ICONINFORMATION "Certdesk and its connections are removed.$\r$\n$\r$\nPrivate keys stay in Credential Manager, in entries named Certdesk. Delete them there if you no longer need them." /SD IDOK
    ${Else}
      MessageBox MB_OK|MB_ICONINFORMATION "Certdesk is removed. Your data stays:$\r$\n$\r$\n$\t- connections in $APPDATA\${BUNDLEID} and $LOCALAPPDATA\${BUNDLEID}$\r$\n$\t- private keys in Credential Manager, in entries named Certdesk" /SD IDOK
    ${EndIf}
  ${EndIf}
!macroend
